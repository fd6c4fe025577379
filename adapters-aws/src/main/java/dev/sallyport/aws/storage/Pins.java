package dev.sallyport.aws.storage;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.shared.VersionId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Gives one content of a key its name and asks for exactly that. */
final class Pins {
  private final ObjectPinning pinning;

  Pins(ObjectPinning pinning) {
    this.pinning = pinning;
  }

  /** Returns the name of what S3 has answered for. */
  VersionId name(@Nullable String version, @Nullable String tag) {
    return switch (pinning) {
      case VERSION_ID -> new VersionId(required(version, "versions"));
      case ETAG -> VersionId.ofEntityTag(required(tag, "entity tags"));
    };
  }

  private static String required(@Nullable String value, String what) {
    if (value == null) {
      throw new PortUnavailableException("the quarantine bucket tells no " + what, null);
    }
    return value;
  }

  /** Tells whether a name is of the kind that is given here; no other was ever there. */
  boolean couldBe(VersionId version) {
    return version.entityTag().isPresent() == (pinning == ObjectPinning.ETAG);
  }

  GetObjectRequest.Builder pin(GetObjectRequest.Builder request, VersionId version) {
    return version
        .entityTag()
        .map(tag -> request.ifMatch('"' + tag + '"'))
        .orElseGet(() -> request.versionId(version.value()));
  }

  /** A key without versions is deleted as it is: few servers know a condition there. */
  DeleteObjectRequest.Builder pin(DeleteObjectRequest.Builder request, VersionId version) {
    return version.entityTag().isPresent() ? request : request.versionId(version.value());
  }
}
