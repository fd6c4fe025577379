package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;

/** Ends a request with an error of S3; answered by {@link StorageServlet} and nobody else. */
final class S3Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final S3Error error;

  S3Refusal(S3Error error) {
    // Refusals are answers, not faults: nobody needs to know where they were thrown.
    super(error.code(), null, false, false);
    this.error = error;
  }

  S3Error error() {
    return error;
  }
}
