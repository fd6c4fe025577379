package dev.sallyport.aws.table;

import dev.sallyport.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Waits before something is tried again: a random time up to a bound that doubles ("full jitter",
 * <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">backoff</a>),
 * so that those who met once do not meet again.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 25;
  private static final long LONGEST_MILLIS = 800;

  private final IdGenerator ids;
  private final Pause pause;

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    void lasting(Duration time) throws InterruptedException;
  }

  @Inject
  Backoff(IdGenerator ids) {
    this(ids, Thread::sleep);
  }

  Backoff(IdGenerator ids, Pause pause) {
    this.ids = ids;
    this.pause = pause;
  }

  /**
   * Waits.
   *
   * @param failures how many attempts have failed, from 1
   * @return false when the thread was interrupted and should give up; its mark is set again
   */
  boolean pause(int failures) {
    long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    long random = Math.floorMod(ids.newId().getLeastSignificantBits(), bound + 1);
    try {
      pause.lasting(Duration.ofMillis(random));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
