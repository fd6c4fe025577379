package dev.sallyport.jwt;

import java.time.Duration;

/**
 * How long published keys are kept and how often they are asked for.
 *
 * @param freshFor how long keys are used without asking again
 * @param fetchInterval least time between the starts of two fetches, whatever tokens arrive
 * @param staleFor how long keys outlive their last successful fetch when the publisher is away; not
 *     shorter than {@code freshFor}
 * @param patience longest time that one verification waits for a fetch
 */
public record KeyCaching(
    Duration freshFor, Duration fetchInterval, Duration staleFor, Duration patience) {
  /** Fresh for 5 minutes, one fetch in 10 seconds, stale for a day, 2 seconds of patience. */
  public static final KeyCaching DEFAULT =
      new KeyCaching(
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofHours(24),
          Duration.ofSeconds(2));

  /** Rejects what is not positive or out of order. */
  public KeyCaching {
    requirePositive(freshFor, "freshFor");
    requirePositive(fetchInterval, "fetchInterval");
    requirePositive(patience, "patience");
    if (staleFor.compareTo(freshFor) < 0) {
      throw new IllegalArgumentException("staleFor must not be shorter than freshFor");
    }
  }

  private static void requirePositive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
