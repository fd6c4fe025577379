package dev.sallyport.application.report;

import dev.sallyport.domain.report.Report;

/** What became of a wish to change a report. */
public sealed interface TriageResult {
  /**
   * Changed, or already as wished.
   *
   * @param report as it is now
   */
  record Changed(Report report) implements TriageResult {}

  /**
   * Somebody else was faster.
   *
   * @param currentVersion the version to look at before trying again
   */
  record Stale(long currentVersion) implements TriageResult {}

  /** There is no such report. */
  record Absent() implements TriageResult {}
}
