package dev.sallyport.application.report;

import dev.sallyport.domain.report.IssueKey;
import java.util.HashSet;
import java.util.Set;

/** What became of a wish to make an issue of a report. */
public sealed interface TrackerResult {
  /**
   * There is an issue now.
   *
   * @param key which
   */
  record Exported(IssueKey key) implements TrackerResult {}

  /**
   * There was an issue already.
   *
   * @param key which
   */
  record AlreadyExported(IssueKey key) implements TrackerResult {}

  /**
   * The report is a duplicate and counts on the issue of its original.
   *
   * @param key that issue
   * @param occurrences how many duplicates count there
   */
  record Counted(IssueKey key, long occurrences) implements TrackerResult {}

  /** The report is a duplicate, and its original has no issue to count on. */
  record OriginalFirst() implements TrackerResult {}

  /**
   * There may be an issue, of an attempt whose outcome is not known yet: asked again after {@link
   * dev.sallyport.domain.report.IssueLink#SETTLES}, it is found or made.
   */
  record Unknown() implements TrackerResult {}

  /** There is no issue, but may be one when asked again: something does not answer. */
  record Unavailable() implements TrackerResult {}

  /** No route of the mapping leads this report to a project. */
  record NoProject() implements TrackerResult {}

  /**
   * The tracker refuses the issue: the mapping and the tracker do not fit.
   *
   * @param fields which fields, by the tracker's names; may be empty
   */
  record Rejected(Set<String> fields) implements TrackerResult {
    /** Copies the set. */
    public Rejected {
      fields = Set.copyOf(new HashSet<>(fields));
    }
  }

  /** This deployment has no tracker. */
  record NoTracker() implements TrackerResult {}

  /** There is no such report. */
  record Absent() implements TrackerResult {}
}
