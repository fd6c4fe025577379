package dev.sallyport.application.shared;

import org.jspecify.annotations.Nullable;

/** What was asked of a port did certainly not happen; asking again later is safe. */
public final class PortUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; the message names the port and never a user's data. */
  public PortUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
