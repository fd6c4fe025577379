package dev.sallyport.http;

import dev.sallyport.domain.attachment.policy.S3Error;
import java.io.IOException;

/** The body of an upload is not waited for any longer. */
final class UploadCutException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient S3Error error;

  UploadCutException(S3Error error) {
    super(error.code());
    this.error = error;
  }

  /** What the client is told. */
  S3Error error() {
    return error;
  }
}
