package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import java.util.Optional;

/**
 * Keeps with each report how far it has come on its way to a tracker, beside what {@link
 * ReportStore} keeps of it: neither changes the other's versions, and both go when the report is
 * erased.
 *
 * <p>Reads are strongly consistent.
 */
public interface IssueLinkStore {
  /** Returns the link of a report, or nothing when it has none or is not there. */
  Optional<IssueLink> find(ReportId report);

  /**
   * Stores the next revision, if the stored one is the revision before it, or for a first one if
   * the report exists and has none. The count of occurrences is left as it is stored.
   *
   * @return whether it is stored
   */
  boolean put(IssueLink next);

  /**
   * Counts a duplicate on the issue of its original, in one transaction, if both exist, the
   * original has an issue and the duplicate was not counted anywhere before.
   */
  Count count(ReportId duplicate, ReportId original);

  /** What became of a count. */
  sealed interface Count {
    /**
     * It counts, now or since an earlier call.
     *
     * @param key the issue of the original
     * @param occurrences how many duplicates count there
     * @param isNew whether it counts since now
     */
    record Counted(IssueKey key, long occurrences, boolean isNew) implements Count {}

    /** One of them is not there, or the original has no issue. */
    record NoIssue() implements Count {}
  }
}
