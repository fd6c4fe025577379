package dev.sallyport.aws.storage;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Looks at the buckets before anything is stored in them. For a server's start. */
public final class BucketCheck {
  private static final String PORT = "object store";
  private static final int SERVER_ERROR = 500;

  private final S3Client client;
  private final S3StorageSettings settings;
  private final S3AssetSettings assets;

  @Inject
  BucketCheck(S3Client client, S3StorageSettings settings, S3AssetSettings assets) {
    this.client = client;
    this.settings = settings;
    this.assets = assets;
  }

  /**
   * Returns what is wrong with the buckets: one that cannot be reached, or a quarantine that does
   * not keep the versions that verdicts are bound to.
   *
   * @throws PortUnavailableException when the server cannot be asked
   */
  public List<String> problems() {
    List<String> wrong = new ArrayList<>();
    boolean quarantineIsThere = check("quarantine", settings.quarantine(), wrong);
    check("clean", settings.clean(), wrong);
    check("assets", assets.assets(), wrong);
    if (quarantineIsThere && settings.pinning() == ObjectPinning.VERSION_ID && !keepsVersions()) {
      wrong.add("quarantine bucket " + settings.quarantine() + " does not keep versions");
    }
    return wrong;
  }

  /**
   * Returns when there is no problem.
   *
   * @throws IllegalStateException naming all that is wrong
   * @throws PortUnavailableException when the server cannot be asked
   */
  public void verify() {
    List<String> wrong = problems();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(String.join("; ", wrong));
    }
  }

  private boolean check(String role, String bucket, List<String> wrong) {
    return Failures.reading(
        PORT,
        () -> {
          try {
            client.headBucket(request -> request.bucket(bucket));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() >= SERVER_ERROR) {
              throw e;
            }
            wrong.add(role + " bucket " + bucket + " " + reason(e.statusCode()));
            return false;
          }
        });
  }

  private static String reason(int status) {
    return switch (status) {
      case 404 -> "does not exist";
      case 301 -> "is in another region";
      default -> "cannot be reached with these credentials (" + status + ")";
    };
  }

  private boolean keepsVersions() {
    return Failures.reading(
        PORT,
        () ->
            client.getBucketVersioning(request -> request.bucket(settings.quarantine())).status()
                == BucketVersioningStatus.ENABLED);
  }
}
