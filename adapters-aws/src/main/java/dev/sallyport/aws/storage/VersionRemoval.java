package dev.sallyport.aws.storage;

import dev.sallyport.aws.shared.Failures;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Deletes one version, however often it is asked to. Amazon says the same of a version that has
 * gone before; others say that there is none.
 */
final class VersionRemoval {
  private static final int CHANGED_SINCE = 412;

  /** What S3 answers for a version that is not there, was never there, or is a delete marker. */
  private static final Set<String> GONE =
      Set.of("NoSuchKey", "NoSuchVersion", "MethodNotAllowed", "InvalidArgument");

  private VersionRemoval() {}

  /** Tells whether this is an answer for a version that is not there. */
  static boolean isGone(S3Exception e) {
    return e.statusCode() == CHANGED_SINCE
        || (e.awsErrorDetails() != null && GONE.contains(e.awsErrorDetails().errorCode()));
  }

  /**
   * Deletes it, or finds it gone.
   *
   * @param port what is unavailable when it cannot be deleted
   */
  static void delete(S3Client client, DeleteObjectRequest request, String port) {
    Failures.writing(
        port,
        () -> {
          try {
            return Optional.of(client.deleteObject(request));
          } catch (S3Exception e) {
            if (isGone(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }
}
