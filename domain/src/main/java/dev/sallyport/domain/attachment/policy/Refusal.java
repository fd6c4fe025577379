package dev.sallyport.domain.attachment.policy;

/** Ends a verification with the error to answer; never leaves this package. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final S3Error error;

  Refusal(S3Error error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  Refusal(S3Error error, Throwable cause) {
    super(error.code(), cause, false, false);
    this.error = error;
  }

  S3Error error() {
    return error;
  }
}
