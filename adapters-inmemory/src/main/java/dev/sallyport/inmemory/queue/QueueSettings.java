package dev.sallyport.inmemory.queue;

import java.time.Duration;

/**
 * The attributes that every queue of a deployment has.
 *
 * @param maxReceives how often a message may be received before it goes to the dead-letter queue, 1
 *     to 1,000 (SQS: <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">maxReceiveCount</a>)
 * @param retention how long a message stays, dead or not, before it is dropped: a minute to 14 days
 */
public record QueueSettings(int maxReceives, Duration retention) {
  private static final int MOST_RECEIVES = 1_000;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(14);

  /** Rejects what SQS would. */
  public QueueSettings {
    if (maxReceives < 1 || maxReceives > MOST_RECEIVES) {
      throw new IllegalArgumentException("maxReceives is 1 to 1000");
    }
    if (retention.compareTo(SHORTEST) < 0 || retention.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("retention is a minute to 14 days");
    }
  }

  /**
   * Returns those of a deployment that says nothing: 14 days, and so many receipts that a day's
   * outage, retried every 15 minutes, is no reason to give a message up.
   */
  public static QueueSettings defaults() {
    return new QueueSettings(150, LONGEST);
  }
}
