package dev.sallyport.domain.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A breach that was accepted.
 *
 * @param id follows from the breach
 * @param breach what was reported
 * @param affectedDate when it was first accepted, in whole milliseconds
 * @param expiresAt from when on it is as if it had never been, in whole seconds
 */
public record SlaError(SlaErrorId id, SlaBreach breach, Instant affectedDate, Instant expiresAt) {
  /** Accepts a breach. */
  public static SlaError accepted(SlaBreach breach, Instant now, SlaPolicy policy) {
    return new SlaError(
        breach.id(),
        breach,
        now.truncatedTo(ChronoUnit.MILLIS),
        now.plus(policy.retention()).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Tells whether it is there for readers. */
  public boolean isLiveAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
