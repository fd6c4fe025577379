package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TextSize;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.inmemory.event.OutboxTable;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps reports, the client ids they came under and their claims in maps of this process, with a
 * sorted index for every list.
 *
 * <p>Memory: every report stays until the process ends, at most {@link ReportStore#MAX_TEXT_BYTES}
 * of text each and some hundred bytes for its entries in the indexes.
 */
@Singleton
final class InMemoryReportStore implements ReportStore {
  private final Transactions transactions;
  private final OutboxTable outbox;
  private final IssueLinkTable links;

  private final Map<ReportId, Accepted> reports = new HashMap<>();
  private final Map<ClientReportId, ReportId> clientIds = new HashMap<>();
  private final Map<ClientReportId, Tombstone> tombstones = new HashMap<>();
  private final Set<AttachmentId> claimed = new HashSet<>();
  private final Set<ReportId> counted = new HashSet<>();
  private final ReportIndexes indexes = new ReportIndexes();

  @Inject
  InMemoryReportStore(Transactions transactions, OutboxTable outbox, IssueLinkTable links) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.links = links;
  }

  @Override
  public CreateOutcome create(Report report, Sha256 body, List<DomainEvent> events) {
    TextSize.check(report.submission());
    outbox.check(events);
    if (report.version() != 1) {
      throw new IllegalArgumentException("a new report is version 1");
    }
    // The report and its client id are an item each, and so is every claim and every event.
    int items = 2 + report.submission().attachments().size() + events.size();
    return transactions.write(items, () -> createNow(new Accepted(report, body), events));
  }

  private CreateOutcome createNow(Accepted accepted, List<DomainEvent> events) {
    Report report = accepted.report();
    ClientReportId clientId = report.submission().clientReportId();
    Optional<Accepted> first = findNow(clientId);
    if (first.isPresent()) {
      return new CreateOutcome.Exists(first.get());
    }
    Tombstone tombstone = tombstones.get(clientId);
    if (tombstone != null) {
      return new CreateOutcome.Erased(tombstone);
    }
    Set<AttachmentId> taken = new HashSet<>(report.submission().attachments());
    taken.retainAll(claimed);
    if (!taken.isEmpty()) {
      return new CreateOutcome.AttachmentsTaken(taken);
    }
    if (reports.containsKey(report.id())) {
      throw new IllegalArgumentException("a report with this id exists");
    }
    reports.put(report.id(), accepted);
    clientIds.put(clientId, report.id());
    claimed.addAll(report.submission().attachments());
    indexes.add(report);
    outbox.append(events);
    return new CreateOutcome.Created();
  }

  @Override
  public Optional<Accepted> findByClientReportId(ClientReportId id) {
    return transactions.read(() -> findNow(id));
  }

  private Optional<Accepted> findNow(ClientReportId id) {
    return Optional.ofNullable(clientIds.get(id)).map(reports::get);
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientReportId id) {
    return transactions.read(() -> Optional.ofNullable(tombstones.get(id)));
  }

  @Override
  public boolean erase(
      ReportId id, ClientReportId clientId, Instant now, List<DomainEvent> events) {
    outbox.check(events);
    return transactions.write(2 + events.size(), () -> eraseNow(id, clientId, now, events));
  }

  private boolean eraseNow(
      ReportId id, ClientReportId clientId, Instant now, List<DomainEvent> events) {
    Accepted gone = reports.remove(id);
    if (gone == null) {
      return false;
    }
    clientIds.remove(clientId);
    tombstones.put(clientId, new Tombstone(id, now));
    counted.remove(id);
    links.forget(id);
    indexes.remove(gone.report());
    outbox.append(events);
    return true;
  }

  @Override
  public List<Report> receivedUntil(Instant until, int limit) {
    return transactions.read(() ->
        indexes.of(new ReportFilter.All()).earliest(until, limit, Optional.empty()).items().stream()
            .map(reports::get)
            .filter(Objects::nonNull)
            .map(Accepted::report)
            .toList());
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return transactions.read(() -> Optional.ofNullable(reports.get(id)).map(Accepted::report));
  }

  @Override
  public UpdateOutcome update(Report next, List<DomainEvent> events) {
    outbox.check(events);
    return transactions.write(1 + events.size(), () -> updateNow(next, events));
  }

  @Override
  public LinkOutcome updateAsDuplicate(Report next, List<DomainEvent> events) {
    outbox.check(events);
    ReportId original = next.triage().duplicateOf().orElseThrow(IllegalArgumentException::new);
    // The original is looked at: an item as well.
    return transactions.write(2 + events.size(), () -> linkNow(next, original, events));
  }

  private LinkOutcome linkNow(Report next, ReportId original, List<DomainEvent> events) {
    if (!isVersion(next.id(), next.version() - 1)) {
      return new LinkOutcome.Stale();
    }
    Accepted found = reports.get(original);
    if (found == null || found.report().triage().duplicateOf().isPresent()) {
      return new LinkOutcome.NoOriginal();
    }
    return switch (updateNow(next, events)) {
      case UpdateOutcome.Updated _ -> new LinkOutcome.Linked();
      case UpdateOutcome.Stale _ -> new LinkOutcome.Stale();
    };
  }

  /** Marks a report as counted, within a transaction; tells whether it is there and was not. */
  boolean markCounted(ReportId id) {
    transactions.requireOpen();
    return reports.containsKey(id) && counted.add(id);
  }

  /** Tells within a transaction whether a report is there. */
  boolean exists(ReportId id) {
    transactions.requireOpen();
    return reports.containsKey(id);
  }

  private boolean isVersion(ReportId id, long version) {
    Accepted stored = reports.get(id);
    return stored != null && stored.report().version() == version;
  }

  private UpdateOutcome updateNow(Report next, List<DomainEvent> events) {
    Accepted stored = reports.get(next.id());
    if (stored == null || stored.report().version() != next.version() - 1) {
      return new UpdateOutcome.Stale();
    }
    reports.put(next.id(), new Accepted(next, stored.body()));
    indexes.move(stored.report(), next);
    outbox.append(events);
    return new UpdateOutcome.Updated();
  }

  @Override
  public Page<Report> list(ReportFilter filter, int limit, Optional<PageToken> page) {
    return transactions.read(() -> {
      Page<ReportId> ids = indexes.of(filter).latest(limit, page);
      List<Report> found =
          ids.items().stream()
              .map(reports::get)
              .filter(Objects::nonNull)
              .map(Accepted::report)
              .toList();
      return new Page<>(found, ids.next());
    });
  }
}
