package dev.sallyport.http.worker;

import dev.sallyport.application.queue.port.MessageQueue;
import java.time.Duration;

/**
 * How workers treat a queue.
 *
 * @param concurrency messages of one queue that are handled at once
 * @param longPoll how long one receive waits for a message, at most {@link MessageQueue#MAX_WAIT}
 * @param firstBackOff pause after a receive that failed; doubled after each further one
 * @param longestBackOff where the doubling ends
 */
public record WorkerSettings(
    int concurrency, Duration longPoll, Duration firstBackOff, Duration longestBackOff) {
  /** Rejects settings that would handle nothing or never rest. */
  public WorkerSettings {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency is at least 1");
    }
    if (longPoll.isNegative() || longPoll.compareTo(MessageQueue.MAX_WAIT) > 0) {
      throw new IllegalArgumentException("the long poll is out of its range");
    }
    if (!firstBackOff.isPositive() || firstBackOff.compareTo(longestBackOff) > 0) {
      throw new IllegalArgumentException("back-off is out of its range");
    }
  }

  /** Returns settings with long polling and pauses of 200 ms to 30 s after failures. */
  public static WorkerSettings of(int concurrency) {
    return new WorkerSettings(
        concurrency, MessageQueue.MAX_WAIT, Duration.ofMillis(200), Duration.ofSeconds(30));
  }
}
