package dev.sallyport.http;

import java.io.IOException;

/** A client sent the body of an upload more slowly than the server puts up with. */
final class SlowUploadException extends IOException {
  private static final long serialVersionUID = 1L;

  SlowUploadException() {
    super("upload too slow");
  }
}
