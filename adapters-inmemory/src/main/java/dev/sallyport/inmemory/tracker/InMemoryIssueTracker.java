package dev.sallyport.inmemory.tracker;

import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueField.Kind;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tracker that refuses what a real one refuses, and whose search lags behind as a real one's
 * does.
 *
 * <p>Memory: of every report the key of its first issue, until the process ends; what issues say is
 * checked and not kept, because nobody could read it here.
 */
@Singleton
final class InMemoryIssueTracker implements IssueTracker {
  private final InMemoryTrackerSite site;
  private final Clock clock;
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<ReportId, Issue> first = new HashMap<>();

  private record Issue(IssueKey key, Instant madeAt) {}

  @Inject
  InMemoryIssueTracker(InMemoryTrackerSite site, Clock clock) {
    this.site = site;
    this.clock = clock;
  }

  @Override
  public synchronized Creation create(IssueDraft draft) {
    Set<String> refused = refused(draft);
    if (!refused.isEmpty()) {
      return new Creation.Rejected(refused);
    }
    String project = draft.project().key();
    IssueKey key = new IssueKey(project + "-" + numbers.merge(project, 1L, Long::sum));
    first.putIfAbsent(draft.report(), new Issue(key, clock.instant()));
    return new Creation.Created(key);
  }

  @Override
  public synchronized Optional<IssueKey> find(ReportId report) {
    return Optional.ofNullable(first.get(report))
        .filter(issue -> !clock.instant().isBefore(issue.madeAt().plus(site.lag())))
        .map(Issue::key);
  }

  private Set<String> refused(IssueDraft draft) {
    Set<String> refused = new HashSet<>();
    if (!site.projects().contains(draft.project())) {
      refused.add("project");
    }
    if (!site.types().contains(draft.type())) {
      refused.add("issuetype");
    }
    draft.values().stream()
        .filter(value -> !fits(value))
        .map(IssueDraft.Value::field)
        .forEach(refused::add);
    return refused;
  }

  private boolean fits(IssueDraft.Value value) {
    boolean isChoice = value.kind() == Kind.OPTION || value.kind() == Kind.NAME;
    return site.fields().get(value.field()) == value.kind()
        && (!isChoice || site.names().getOrDefault(value.field(), Set.of()).contains(value.text()));
  }
}
