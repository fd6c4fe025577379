package dev.sallyport.operations;

import java.time.Duration;

/** What an entrypoint does with a message after it was handled. */
public sealed interface MessageOutcome {
  /** Delete it: everything it asked for has happened. */
  record Done() implements MessageOutcome {}

  /**
   * Show it again later.
   *
   * @param delay after how long, counted from now
   * @param reason a stable code for the log
   */
  record RetryAfter(Duration delay, String reason) implements MessageOutcome {}

  /**
   * Move it to the dead-letter queue: it will never succeed.
   *
   * @param reason a stable code, never contents
   */
  record DeadLetter(String reason) implements MessageOutcome {}
}
