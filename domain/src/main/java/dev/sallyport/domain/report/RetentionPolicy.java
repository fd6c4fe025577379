package dev.sallyport.domain.report;

import java.time.Duration;
import java.util.Optional;

/**
 * How long reports are kept.
 *
 * @param reports after what time a report is erased by itself; never when there is none
 */
public record RetentionPolicy(Optional<Duration> reports) {
  /** Rejects less than a day, which would be a mistake. */
  public RetentionPolicy {
    if (reports.filter(age -> age.compareTo(Duration.ofDays(1)) < 0).isPresent()) {
      throw new IllegalArgumentException("reports are kept for at least a day");
    }
  }

  /** Returns the policy of a deployment that keeps everything. */
  public static RetentionPolicy none() {
    return new RetentionPolicy(Optional.empty());
  }
}
