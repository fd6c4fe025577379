package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tracker that is told what to throw or refuse, with the links and the mapping beside it. */
public final class FakeTracker implements IssueTracker, TrackerMappingStore {
  private final FakeReports reports;
  private final Map<ReportId, IssueLink> links = new HashMap<>();
  private final Set<ReportId> counted = new HashSet<>();
  private TrackerMapping mapping = TrackerMapping.INITIAL;

  /** What was made. */
  public final List<IssueDraft> drafts = new ArrayList<>();

  /** What the next call throws instead. */
  public Optional<RuntimeException> failure = Optional.empty();

  /** What is refused of every issue. */
  public Set<String> refused = Set.of();

  FakeTracker(FakeReports reports) {
    this.reports = reports;
  }

  @Override
  public Creation create(IssueDraft draft) {
    if (failure.isPresent()) {
      RuntimeException thrown = failure.get();
      failure = Optional.empty();
      throw thrown;
    }
    if (!refused.isEmpty()) {
      return new Creation.Rejected(refused);
    }
    drafts.add(draft);
    return new Creation.Created(new IssueKey(draft.project() + "-" + drafts.size()));
  }

  @Override
  public Optional<IssueKey> find(ReportId report) {
    return Optional.empty();
  }

  /** Returns the links; reading one has the name of the tracker's search. */
  IssueLinkStore links() {
    return new IssueLinkStore() {
      @Override
      public Optional<IssueLink> find(ReportId report) {
        return Optional.ofNullable(links.get(report));
      }

      @Override
      public boolean put(IssueLink next) {
        long before = find(next.report()).map(IssueLink::revision).orElse(0L);
        boolean isNext = reports.find(next.report()).isPresent() && before == next.revision() - 1;
        if (isNext) {
          links.put(next.report(), next);
        }
        return isNext;
      }

      @Override
      public Count count(ReportId duplicate, ReportId original) {
        Optional<IssueKey> key = find(original).flatMap(IssueLink::key);
        if (key.isEmpty()) {
          return new Count.NoIssue();
        }
        boolean isNew = counted.add(duplicate);
        return new Count.Counted(key.get(), counted.size(), isNew);
      }
    };
  }

  @Override
  public TrackerMapping current() {
    return mapping;
  }

  @Override
  public boolean replace(TrackerMapping next) {
    boolean isNext = next.version() == mapping.version() + 1;
    mapping = isNext ? next : mapping;
    return isNext;
  }
}
