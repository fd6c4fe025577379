package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TextSize;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.event.OutboxWriter;
import dev.sallyport.aws.table.IndexedPages;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.shared.Sha256;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps reports in one table, with an item for the client's id of each ({@code client#<id>}) and
 * one for each attachment that a report has claimed ({@code claim#<id>}): what must be unique is a
 * key.
 */
final class DynamoDbReportStore implements ReportStore {
  private static final String WHAT = "reports";
  private static final String REPORT_ID = "reportId";
  private static final String ERASED_AT = "erasedAt";

  /** Where the items of a new report stand in its transaction; claims follow, then events. */
  private static final int CLIENT = 0;

  private static final int CLAIMS = 1;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final IndexedPages pages;
  private final OutboxWriter outbox;
  private final String table;

  @Inject
  DynamoDbReportStore(
      TableReads reads,
      TableTransactions transactions,
      IndexedPages pages,
      OutboxWriter outbox,
      TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.pages = pages;
    this.outbox = outbox;
    this.table = settings.reports();
  }

  @Override
  public CreateOutcome create(Report report, Sha256 body, List<DomainEvent> events) {
    TextSize.check(report.submission());
    if (report.version() != 1) {
      throw new IllegalArgumentException("a new report is version 1");
    }
    ClientReportId clientId = report.submission().clientReportId();
    List<AttachmentId> attachments = report.submission().attachments();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(putNew(pointer(clientItem(clientId), report.id())));
    attachments.forEach(id -> items.add(putNew(pointer("claim#" + id, report.id()))));
    items.add(putNew(ReportCodec.encode(report, body)));
    items.addAll(outbox.puts(events));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new CreateOutcome.Created();
      case TransactionOutcome.Refused refused ->
          refused(clientId, attachments, refused.positions());
    };
  }

  private CreateOutcome refused(
      ClientReportId clientId, List<AttachmentId> attachments, SortedSet<Integer> failed) {
    if (failed.first() == CLIENT) {
      return findByClientReportId(clientId)
          .<CreateOutcome>map(CreateOutcome.Exists::new)
          .or(() -> findTombstone(clientId).map(CreateOutcome.Erased::new))
          .orElseThrow(() -> lost(clientItem(clientId)));
    }
    SortedSet<Integer> claims = failed.headSet(CLAIMS + attachments.size());
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("a report with this id exists");
    }
    return new CreateOutcome.AttachmentsTaken(
        claims.stream()
            .map(position -> attachments.get(position - CLAIMS))
            .collect(Collectors.toSet()));
  }

  @Override
  public Optional<Accepted> findByClientReportId(ClientReportId id) {
    String itemId = clientItem(id);
    return reads
        .find(table, itemId)
        .filter(item -> !item.containsKey(ERASED_AT))
        .map(item ->
            ItemReader.decode(itemId, item, reader -> ReportId.parse(reader.text(REPORT_ID))))
        .flatMap(reportId -> findThere(reportId, id));
  }

  /** Between the two reads the report may have been erased. */
  private Optional<Accepted> findThere(ReportId report, ClientReportId clientId) {
    Optional<Accepted> found = findAccepted(report);
    if (found.isEmpty() && findTombstone(clientId).isEmpty()) {
      throw lost(clientItem(clientId));
    }
    return found;
  }

  @Override
  public Optional<Tombstone> findTombstone(ClientReportId id) {
    String itemId = clientItem(id);
    return reads
        .find(table, itemId)
        .filter(item -> item.containsKey(ERASED_AT))
        .map(item ->
            ItemReader.decode(
                itemId,
                item,
                reader ->
                    new Tombstone(
                        ReportId.parse(reader.text(REPORT_ID)), reader.instant(ERASED_AT))));
  }

  @Override
  public boolean erase(
      ReportId id, ClientReportId clientId, Instant now, List<DomainEvent> events) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(TableReads.key(ReportCodec.itemId(id)))
            .conditionExpression("attribute_exists(id)")
            .build();
    Put tombstone =
        Put.builder()
            .tableName(table)
            .item(
                new ItemWriter()
                    .text(TableReads.ID, clientItem(clientId))
                    .text(REPORT_ID, id.toString())
                    .instant(ERASED_AT, now)
                    .toItem())
            .build();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TransactWriteItem.builder().delete(delete).build());
    items.add(TransactWriteItem.builder().put(tombstone).build());
    items.addAll(outbox.puts(events));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  @Override
  public List<Report> receivedUntil(Instant until, int limit) {
    return pages
        .read(
            ReportIndex.until(table, until),
            limit,
            (_, item) -> Optional.of(ReportCodec.decode(item).report()))
        .items();
  }

  @Override
  public Optional<Report> find(ReportId id) {
    return findAccepted(id).map(Accepted::report);
  }

  private Optional<Accepted> findAccepted(ReportId id) {
    return reads.find(table, ReportCodec.itemId(id)).map(ReportCodec::decode);
  }

  @Override
  public UpdateOutcome update(Report next, List<DomainEvent> events) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TriageUpdate.of(table, next));
    items.addAll(outbox.puts(events));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new UpdateOutcome.Updated();
      case TransactionOutcome.Refused _ -> new UpdateOutcome.Stale();
    };
  }

  @Override
  public LinkOutcome updateAsDuplicate(Report next, List<DomainEvent> events) {
    ReportId original = next.triage().duplicateOf().orElseThrow(IllegalArgumentException::new);
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TriageUpdate.of(table, next));
    items.add(TriageUpdate.isOriginal(table, original));
    items.addAll(outbox.puts(events));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new LinkOutcome.Linked();
      case TransactionOutcome.Refused(var failed) ->
          failed.first() == 0 ? new LinkOutcome.Stale() : new LinkOutcome.NoOriginal();
    };
  }

  @Override
  public Page<Report> list(ReportFilter filter, int limit, Optional<PageToken> page) {
    Optional<Place> before = page.map(Place::of);
    return pages.read(
        ReportIndex.range(table, filter, before),
        limit,
        (_, item) ->
            Optional.of(ReportCodec.decode(item).report())
                .filter(report -> ReportIndex.matches(filter, report)));
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(id)")
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private static Map<String, AttributeValue> pointer(String itemId, ReportId to) {
    return new ItemWriter().text(TableReads.ID, itemId).text(REPORT_ID, to.toString()).toItem();
  }

  private static String clientItem(ClientReportId id) {
    return "client#" + id;
  }

  /** Both items are written in one transaction, and erasing leaves a tombstone. */
  private static CorruptDataException lost(String itemId) {
    return new CorruptDataException(itemId + " leads nowhere", null);
  }
}
