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

  /** The report that it shall be a duplicate of is none, or itself, or a duplicate. */
  record NoOriginal() implements TriageResult {}

  /** As many people as possible have a bookmark on it already. */
  record BookmarksFull() implements TriageResult {}

  /** There is no such report. */
  record Absent() implements TriageResult {}
}
