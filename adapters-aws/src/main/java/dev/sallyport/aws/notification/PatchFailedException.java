package dev.sallyport.aws.notification;

import org.jspecify.annotations.Nullable;

/** The notifications are not what they should be, for a reason that can be told to anybody. */
public final class PatchFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the message is for whoever deploys. */
  PatchFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
