package dev.sallyport.operations.sanitization;

import java.time.Duration;

/**
 * How long a message waits before it comes again: twice as long after each receipt, up to a quarter
 * of an hour, and spread over the second half of that time, so that messages which failed together
 * do not come back together (<a
 * href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">back-off
 * with jitter</a>).
 *
 * <p>The spread is taken from the message's id: it needs no randomness, and a message that is
 * handled twice is told the same.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 2_000;
  private static final long LONGEST_MILLIS = Duration.ofMinutes(15).toMillis();
  private static final int MOST_DOUBLINGS = 20;

  private Backoff() {}

  /** Returns how long a message waits that has been received so often, from 1. */
  public static Duration after(String messageId, int receiveCount) {
    int doublings = Math.min(receiveCount - 1, MOST_DOUBLINGS);
    long full = Math.min(FIRST_MILLIS << doublings, LONGEST_MILLIS);
    long half = full / 2;
    int spread = (messageId + ' ' + receiveCount).hashCode();
    return Duration.ofMillis(half + Math.floorMod(spread, half + 1));
  }
}
