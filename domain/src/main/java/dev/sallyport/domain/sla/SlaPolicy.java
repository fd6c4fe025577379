package dev.sallyport.domain.sla;

import java.time.Duration;

/**
 * How SLA errors are kept.
 *
 * @param retention how long after its acceptance an error is there: 1 to 3,650 days
 */
public record SlaPolicy(Duration retention) {
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(3_650);

  /** Rejects what is out of range. */
  public SlaPolicy {
    if (retention.compareTo(LEAST) < 0 || retention.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("errors are kept for 1 to 3,650 days");
    }
  }

  /** Returns the policy of a deployment that says nothing: 90 days. */
  public static SlaPolicy defaults() {
    return new SlaPolicy(Duration.ofDays(90));
  }
}
