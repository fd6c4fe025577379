package dev.sallyport.contract.report;

import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tracker that keeps every draft, finds it after a while, and refuses types named Nonsense. */
final class ScriptedTracker implements IssueTracker {
  /** How long its search lags behind: the longest that is allowed. */
  static final Duration LAG = Duration.ofMinutes(9);

  private final Clock clock;
  private final List<Made> made = new ArrayList<>();

  /** An issue. */
  record Made(IssueKey key, IssueDraft draft, Instant at) {}

  ScriptedTracker(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Creation create(IssueDraft draft) {
    if (draft.type().equals("Nonsense")) {
      return new Creation.Rejected(Set.of("issuetype"));
    }
    IssueKey key = new IssueKey(draft.project() + "-" + (made.size() + 1));
    made.add(new Made(key, draft, clock.instant()));
    return new Creation.Created(key);
  }

  @Override
  public synchronized Optional<IssueKey> find(ReportId report) {
    return made.stream()
        .filter(issue -> issue.draft().report().equals(report))
        .filter(issue -> !clock.instant().isBefore(issue.at().plus(LAG)))
        .map(Made::key)
        .findFirst();
  }

  synchronized List<Made> made() {
    return List.copyOf(made);
  }
}
