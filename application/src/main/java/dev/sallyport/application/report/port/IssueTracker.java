package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a team works on issues: another service with rules of its own.
 *
 * <p>Every call ends within seconds, whatever that service does.
 */
public interface IssueTracker {
  /** Most fields that a refusal names. */
  int MAX_FIELDS = 50;

  /**
   * Makes an issue that carries the id of its report. Not idempotent: a second call makes a second
   * issue.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when there is certainly no
   *     new issue, but might be one when asked again later
   * @throws dev.sallyport.application.shared.OutcomeUnknownException when there may be one; {@link
   *     #find} tells, once {@link dev.sallyport.domain.report.IssueLink#SETTLES} is over
   */
  Creation create(IssueDraft draft);

  /**
   * Returns the issue that carries the id of a report, the first of them if there should be
   * several. May lag behind {@link #create} by minutes: an issue that is found is there, one that
   * is not found may be.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when it cannot be told
   */
  Optional<IssueKey> find(ReportId report);

  /** What became of a draft. */
  sealed interface Creation {
    /**
     * There is an issue.
     *
     * @param key which
     */
    record Created(IssueKey key) implements Creation {}

    /**
     * There is none, and will not be for the same draft while the tracker is as it is.
     *
     * @param fields which fields it does not like, by the tracker's names; may be empty, and has at
     *     most {@link #MAX_FIELDS}
     */
    record Rejected(Set<String> fields) implements Creation {
      /** Copies the set. */
      public Rejected {
        fields = Set.copyOf(new HashSet<>(fields));
      }
    }
  }
}
