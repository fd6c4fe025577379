package dev.sallyport.application.shared;

import org.jspecify.annotations.Nullable;

/**
 * What was asked of a port may or may not have happened; only something idempotent may be asked
 * again.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the message names the port and never a user's data. */
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
