package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports and their form in a list. */
public final class FakeReports implements ReportStore, ReportFormStore {
  private final List<Accepted> stored = new ArrayList<>();

  /** What an update of a report throws instead. */
  public final Map<ReportId, RuntimeException> failures = new HashMap<>();

  private final Map<ClientReportId, Tombstone> tombstones = new HashMap<>();
  private ReportForm form = ReportForm.EMPTY;

  @Override
  public CreateOutcome create(Report report, Sha256 body, List<DomainEvent> events) {
    Optional<Accepted> first = findByClientReportId(report.submission().clientReportId());
    if (first.isPresent()) {
      return new CreateOutcome.Exists(first.get());
    }
    Tombstone tombstone = tombstones.get(report.submission().clientReportId());
    if (tombstone != null) {
      return new CreateOutcome.Erased(tombstone);
    }
    Set<AttachmentId> taken = new HashSet<>(report.submission().attachments());
    taken.retainAll(
        stored.stream().flatMap(s -> s.report().submission().attachments().stream()).toList());
    if (!taken.isEmpty()) {
      return new CreateOutcome.AttachmentsTaken(taken);
    }
    stored.add(new Accepted(report, body));
    return new CreateOutcome.Created();
  }

  @Override
  public Optional<Accepted> findByClientReportId(ClientReportId id) {
    return stored.stream()
        .filter(accepted -> accepted.report().submission().clientReportId().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientReportId id) {
    return Optional.ofNullable(tombstones.get(id));
  }

  @Override
  public boolean erase(
      ReportId id, ClientReportId clientId, Instant now, List<DomainEvent> events) {
    tombstones.put(clientId, new Tombstone(id, now));
    return stored.removeIf(accepted -> accepted.report().id().equals(id));
  }

  @Override
  public List<Report> receivedUntil(Instant until, int limit) {
    return stored.stream()
        .map(Accepted::report)
        .filter(report -> !report.receivedAt().isAfter(until))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return stored.stream()
        .map(Accepted::report)
        .filter(report -> report.id().equals(id))
        .findFirst();
  }

  @Override
  public UpdateOutcome update(Report next, List<DomainEvent> events) {
    RuntimeException failure = failures.get(next.id());
    if (failure != null) {
      throw failure;
    }
    for (int i = 0; i < stored.size(); i++) {
      Report report = stored.get(i).report();
      if (report.id().equals(next.id()) && report.version() + 1 == next.version()) {
        stored.set(i, new Accepted(next, stored.get(i).body()));
        return new UpdateOutcome.Updated();
      }
    }
    return new UpdateOutcome.Stale();
  }

  @Override
  public LinkOutcome updateAsDuplicate(Report next, List<DomainEvent> events) {
    boolean isOriginal =
        next.triage()
            .duplicateOf()
            .flatMap(this::find)
            .filter(report -> report.triage().duplicateOf().isEmpty())
            .isPresent();
    if (!isOriginal) {
      return new LinkOutcome.NoOriginal();
    }
    return switch (update(next, events)) {
      case UpdateOutcome.Updated _ -> new LinkOutcome.Linked();
      case UpdateOutcome.Stale _ -> new LinkOutcome.Stale();
    };
  }

  @Override
  public Page<Report> list(ReportFilter filter, int limit, Optional<PageToken> page) {
    List<Report> matching =
        stored.reversed().stream()
            .map(Accepted::report)
            .filter(report -> matches(filter, report))
            .toList();
    int from = page.map(token -> Integer.parseInt(token.value())).orElse(0);
    int to = Math.min(from + limit, matching.size());
    return new Page<>(
        matching.subList(from, to),
        to < matching.size() ? Optional.of(new PageToken(Integer.toString(to))) : Optional.empty());
  }

  private static boolean matches(ReportFilter filter, Report report) {
    return switch (filter) {
      case ReportFilter.All _ -> true;
      case ReportFilter.ByStatus by -> report.triage().status() == by.status();
      case ReportFilter.BySeverity by -> report.submission().severity() == by.severity();
      case ReportFilter.ByAssignee by ->
          report.triage().assignee().filter(by.assignee()::equals).isPresent();
    };
  }

  @Override
  public ReportForm current() {
    return form;
  }

  @Override
  public boolean replace(ReportForm next) {
    if (next.version() != form.version() + 1) {
      return false;
    }
    form = next;
    return true;
  }
}
