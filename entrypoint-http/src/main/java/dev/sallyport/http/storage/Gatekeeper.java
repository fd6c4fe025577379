package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.PresignedRequest;
import dev.sallyport.domain.attachment.policy.PresignedRequest.Header;
import dev.sallyport.domain.attachment.policy.PresignedUrlVerifier;
import dev.sallyport.domain.attachment.policy.PresignedVerdict;
import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import dev.sallyport.inmemory.storage.StorageIdentity.Action;
import dev.sallyport.inmemory.storage.StorageKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Lets nobody by whose signature does not hold or who may not do what it asks. Before that, nothing
 * is said of buckets or keys: a stranger learns the same from one that exists and one that does
 * not.
 */
final class Gatekeeper {
  private static final String ROOT = InMemoryStorageConfig.PATH + "/";

  private final StorageKeys keys;
  private final PresignedUrlVerifier verifier;
  private final Clock clock;

  Gatekeeper(StorageKeys keys, Clock clock) {
    this.keys = keys;
    this.verifier = new PresignedUrlVerifier(new SigningKeys(), InMemoryStorageConfig.REGION);
    this.clock = clock;
  }

  /** Returns what was asked of an object, or refuses. */
  SignedRequest admit(HttpServletRequest request) {
    PresignedVerdict.Accepted accepted = verified(request);
    String path = accepted.path();
    if (!path.startsWith(ROOT)) {
      throw new S3Refusal(S3Error.INVALID_URI);
    }
    int slash = path.indexOf('/', ROOT.length());
    String name = path.substring(ROOT.length(), slash < 0 ? path.length() : slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    StorageIdentity identity =
        keys.identity(accepted.accessKeyId())
            .orElseThrow(() -> new S3Refusal(S3Error.ACCESS_DENIED));
    Bucket bucket = Bucket.named(name).orElseThrow(() -> new S3Refusal(S3Error.NO_SUCH_BUCKET));
    // Buckets themselves cannot be listed or changed by anybody.
    if (key.isEmpty() || !identity.may(action(request.getMethod()), bucket)) {
      throw new S3Refusal(S3Error.ACCESS_DENIED);
    }
    return new SignedRequest(bucket, key, accepted.parameters(), accepted.contentSha256());
  }

  private PresignedVerdict.Accepted verified(HttpServletRequest request) {
    PresignedRequest presigned =
        new PresignedRequest(
            request.getMethod(),
            request.getRequestURI(),
            Objects.requireNonNullElse(request.getQueryString(), ""),
            headers(request));
    return switch (verifier.verify(presigned, keys, clock.instant())) {
      case PresignedVerdict.Refused(S3Error error) -> throw refusal(request, error);
      case PresignedVerdict.Accepted accepted -> accepted;
    };
  }

  /** A body in signed chunks cannot be read here, which is another thing than a wrong signature. */
  private static S3Refusal refusal(HttpServletRequest request, S3Error error) {
    String payload = request.getHeader("x-amz-content-sha256");
    boolean inChunks = payload != null && payload.startsWith("STREAMING-");
    return new S3Refusal(
        inChunks && error.code().equals(S3Error.INVALID_ARGUMENT.code())
            ? S3Error.NOT_IMPLEMENTED
            : error);
  }

  private static List<Header> headers(HttpServletRequest request) {
    List<Header> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(new Header(name.toLowerCase(Locale.ROOT), value));
      }
    }
    return headers;
  }

  private static Action action(String method) {
    return switch (method) {
      case "GET", "HEAD" -> Action.READ;
      case "PUT" -> Action.PUT;
      case "DELETE" -> throw new S3Refusal(S3Error.ACCESS_DENIED);
      default -> throw new S3Refusal(S3Error.METHOD_NOT_ALLOWED);
    };
  }
}
