package dev.sallyport.benchmarks.frame;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * What one run is given.
 *
 * @param seconds how long each figure is measured, more than zero
 * @param project where the files are
 * @param machine where it runs
 * @param progress takes a line whenever something begins, so that nobody takes a long run for a
 *     hung one
 */
public record Session(double seconds, Project project, Machine machine, PrintWriter progress) {
  /** Refuses a run that measures nothing. */
  public Session {
    if (!(seconds > 0 && seconds <= 600)) {
      throw new IllegalArgumentException("--seconds must be more than 0 and at most 600");
    }
  }

  /** Says what happens now. */
  public void now(String what) {
    progress.println("  .. " + what);
    progress.flush();
  }

  /** Returns one of so many equal rounds of the measured time, at least a millisecond long. */
  public Duration round(int rounds) {
    return Duration.ofNanos(Math.max(1_000_000L, (long) (seconds * 1e9 / rounds)));
  }
}
