package dev.sallyport.domain.report;

import java.time.Instant;

/**
 * An accepted report. What was submitted never changes; triage does, one version at a time.
 *
 * @param id its name
 * @param submission what the stranger said
 * @param receivedAt when it was accepted, in UTC, to the millisecond
 * @param triage what the team made of it
 * @param version 1 at first, one more with every change of triage
 */
public record Report(
    ReportId id, Submission submission, Instant receivedAt, Triage triage, long version) {
  /** Rejects a version below 1. */
  public Report {
    if (version < 1) {
      throw new IllegalArgumentException("versions begin with 1");
    }
  }

  /** Returns a report as it is accepted. */
  public static Report submitted(ReportId id, Submission submission, Instant now) {
    return new Report(id, submission, now, Triage.INITIAL, 1);
  }

  /**
   * Returns the next version after the change, or this very report when the change changes nothing.
   */
  public Report triaged(Triage.Change change) {
    Triage changed = triage.with(change);
    return changed.equals(triage)
        ? this
        : new Report(id, submission, receivedAt, changed, version + 1);
  }
}
