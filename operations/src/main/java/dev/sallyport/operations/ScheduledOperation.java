package dev.sallyport.operations;

import java.time.Duration;

/**
 * What is done again and again by the clock. Runs may be missed, late, or happen in several
 * processes at once.
 */
public interface ScheduledOperation {
  /** Returns its name, lower camel case. */
  String id();

  /** Returns the time from the end of one run to the beginning of the next. */
  Duration every();

  /** Runs once. An exception counts as a failure of this run only. */
  void run();
}
