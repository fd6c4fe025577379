package dev.sallyport.application.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A moment by which work has to be done; whoever works long looks at it often.
 *
 * <p>Cooperative on purpose: a thread that is stopped from outside leaves locks and temporary files
 * behind.
 */
public final class Deadline {
  private final Clock clock;
  private Instant end;

  private Deadline(Clock clock, Instant end) {
    this.clock = clock;
    this.end = end;
  }

  /** Returns the deadline that ends so long after now. */
  public static Deadline after(Duration time, Clock clock) {
    return new Deadline(clock, clock.instant().plus(time));
  }

  /**
   * Does something whose time does not count, such as waiting for memory that other work holds.
   *
   * @return what it returned
   */
  public <T> T withoutCounting(Supplier<T> wait) {
    Instant begun = clock.instant();
    try {
      return wait.get();
    } finally {
      end = end.plus(Duration.between(begun, clock.instant()));
    }
  }

  /** Returns what is left, zero when nothing is. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Returns when there is time left.
   *
   * @throws DeadlineExceededException when there is none
   */
  public void check() {
    if (!clock.instant().isBefore(end)) {
      throw new DeadlineExceededException();
    }
  }
}
