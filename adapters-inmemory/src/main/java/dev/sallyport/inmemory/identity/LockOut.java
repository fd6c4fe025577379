package dev.sallyport.inmemory.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps an account shut for a while after wrong passwords in a row: a second after five, twice as
 * long after each further one, 15 minutes at most, as <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#user-pools-auth-attempts">Cognito
 * does</a>.
 *
 * <p>Not safe for use by several threads at once: its account guards it.
 */
final class LockOut {
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private int failures;
  private Instant until = Instant.MIN;

  /** Tells whether even the right password is refused now. */
  boolean isShut(Instant now) {
    return now.isBefore(until);
  }

  /** Notes a wrong password. */
  void failed(Instant now) {
    failures = Math.min(failures + 1, Integer.MAX_VALUE - 1);
    if (failures >= FREE) {
      int doubled = Math.min(failures - FREE, 20);
      Duration wait = FIRST.multipliedBy(1L << doubled);
      until = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
  }

  /** Notes the right one. */
  void succeeded() {
    failures = 0;
    until = Instant.MIN;
  }
}
