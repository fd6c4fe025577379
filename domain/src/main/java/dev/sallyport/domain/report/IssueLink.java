package dev.sallyport.domain.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a report has come on its way to a tracker.
 *
 * @param report whose
 * @param state how far
 * @param revision 1 at first, one more with every change of state
 * @param occurrences how many duplicates were counted on its issue
 */
public record IssueLink(ReportId report, State state, long revision, long occurrences) {
  /**
   * How long after an attempt of unknown outcome a search that finds nothing proves that there is
   * nothing: an index of a tracker may lag behind by seconds to minutes (<a
   * href="https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/">Jira</a>), and
   * whoever made the attempt has ended by then.
   */
  public static final Duration SETTLES = Duration.ofMinutes(10);

  /** How far it is. */
  public sealed interface State {
    /** There is no issue: what was tried has certainly failed. */
    record Free() implements State {}

    /**
     * There may be an issue.
     *
     * @param since when somebody set out to make one
     */
    record Exporting(Instant since) implements State {}

    /**
     * There is an issue, for good.
     *
     * @param key which
     * @param at since when that is known
     */
    record Exported(IssueKey key, Instant at) implements State {}
  }

  /** Rejects numbers that cannot be. */
  public IssueLink {
    if (revision < 1 || occurrences < 0) {
      throw new IllegalArgumentException("revisions begin with 1");
    }
  }

  /** Returns the link of a report that somebody is the first to set out with. */
  public static IssueLink begun(ReportId report, Instant now) {
    return new IssueLink(report, new State.Exporting(now), 1, 0);
  }

  /** Returns the link with another attempt. */
  public IssueLink again(Instant now) {
    return next(new State.Exporting(now));
  }

  /** Returns the link after an attempt that has certainly failed. */
  public IssueLink freed() {
    return next(new State.Free());
  }

  /** Returns the link with its issue. */
  public IssueLink exported(IssueKey key, Instant now) {
    return next(new State.Exported(key, now));
  }

  /** Returns the issue, if there is one for certain. */
  public Optional<IssueKey> key() {
    return state instanceof State.Exported(IssueKey key, Instant _)
        ? Optional.of(key)
        : Optional.empty();
  }

  private IssueLink next(State changed) {
    if (state instanceof State.Exported) {
      throw new IllegalStateException("an issue is there for good");
    }
    return new IssueLink(report, changed, revision + 1, occurrences);
  }
}
