package dev.sallyport.domain.attachment;

import java.time.Duration;
import java.time.Instant;

/**
 * The span over which an account's use is added up; each follows the one before it without a gap,
 * the same for every account and every process.
 *
 * @param start its first instant, a multiple of its length since the epoch
 * @param end the first instant after it
 */
public record QuotaWindow(Instant start, Instant end) {
  /** Rejects a window of no length. */
  public QuotaWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a window has a length");
    }
  }

  /**
   * Returns the window that an instant is in.
   *
   * @param length at least a millisecond; what is finer than that is ignored
   */
  public static QuotaWindow at(Instant instant, Duration length) {
    long millis = length.toMillis();
    long start = Math.floorDiv(instant.toEpochMilli(), millis) * millis;
    return new QuotaWindow(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + millis));
  }
}
