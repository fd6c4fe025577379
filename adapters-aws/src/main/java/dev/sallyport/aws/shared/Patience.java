package dev.sallyport.aws.shared;

import java.time.Duration;

/**
 * How long a call may take and how often it is tried. Every wait has an end: a half-open connection
 * must not hold a worker.
 *
 * @param attempt longest time of one attempt, from the first byte out to the last byte in
 * @param call longest time of all attempts and the pauses between them
 * @param attempts most attempts, the first included
 */
public record Patience(Duration attempt, Duration call, int attempts) {
  /** For requests whose caller waits: tables, messages, users. */
  public static final Patience REQUEST =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(6), 3);

  /** For requests that carry a file's bytes, whose size decides how long they take. */
  public static final Patience TRANSFER =
      new Patience(Duration.ofMinutes(5), Duration.ofMinutes(11), 3);

  /** For a receive that waits for messages, up to 20 seconds by itself. */
  public static final Patience LONG_POLL =
      new Patience(Duration.ofSeconds(25), Duration.ofSeconds(30), 2);

  /** Rejects what never tries or never ends. */
  public Patience {
    if (!attempt.isPositive() || call.compareTo(attempt) < 0 || attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("a call has 1 to 10 attempts and outlasts each of them");
    }
  }
}
