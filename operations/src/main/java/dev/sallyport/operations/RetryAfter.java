package dev.sallyport.operations;

import java.time.Duration;

/**
 * Writes the value of {@code Retry-After} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>): whole
 * seconds, at least one, rounded up so that nobody comes too early.
 */
public final class RetryAfter {
  private RetryAfter() {}

  /** Returns the value for a wait of this length. */
  public static String seconds(Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    return Long.toString(Math.max(1, seconds));
  }
}
