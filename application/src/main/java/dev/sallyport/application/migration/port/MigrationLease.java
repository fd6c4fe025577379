package dev.sallyport.application.migration.port;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets one runner at a time work. A lease ends by itself, so that a killed runner blocks nobody for
 * longer than that; the token sees to it that a runner which only seemed dead changes nothing after
 * another one has begun.
 */
public interface MigrationLease {
  /**
   * Takes the lease, if nobody has it or its time is over.
   *
   * @param holder who asks, to be shown to others
   * @param time from now on; 1 second to 1 hour
   */
  AcquireOutcome acquire(Subject holder, Duration time);

  /**
   * Prolongs the lease, also after its time, unless somebody else has taken it since.
   *
   * @param time from now on; 1 second to 1 hour
   * @return whether the token is still that of the last holder
   */
  boolean renew(FencingToken token, Duration time);

  /** Gives the lease back; does nothing when somebody else has taken it since. */
  void release(FencingToken token);

  /** What became of {@link #acquire}. */
  sealed interface AcquireOutcome {
    /**
     * It is the caller's.
     *
     * @param token greater than every one before
     */
    record Acquired(FencingToken token) implements AcquireOutcome {}

    /**
     * It is somebody else's.
     *
     * @param holder whose
     * @param until how long, unless it is prolonged
     */
    record Held(Subject holder, Instant until) implements AcquireOutcome {}
  }
}
