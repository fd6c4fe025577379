package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.event.OutboxWriter;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps each comment in an item of its own, sorted behind its report; no index is needed, and
 * everything is read consistently.
 */
final class DynamoDbCommentStore implements CommentStore {
  private static final String WHAT = "comments";
  private static final int MAX_LIMIT = 100;

  private static final Map<String, String> VERSION_NAME = Map.of("#version", CommentCodec.VERSION);
  private static final String IS_VERSION = "#version = :before";

  private final TableReads reads;
  private final TableTransactions transactions;
  private final OutboxWriter outbox;
  private final String table;
  private final String reports;

  @Inject
  DynamoDbCommentStore(
      TableReads reads,
      TableTransactions transactions,
      OutboxWriter outbox,
      TableSettings settings) {
    this.outbox = outbox;
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.triage();
    this.reports = settings.reports();
  }

  @Override
  public AddOutcome add(Comment comment, List<DomainEvent> events) {
    if (comment.version() != 1) {
      throw new IllegalArgumentException("a new comment is version 1");
    }
    ConditionCheck report =
        ConditionCheck.builder()
            .tableName(reports)
            .key(TableReads.key(ReportCodec.itemId(comment.report())))
            .conditionExpression("attribute_exists(id)")
            .build();
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TransactWriteItem.builder().conditionCheck(report).build());
    items.add(putNew(CommentCodec.encodePointer(comment)));
    items.add(putNew(CommentCodec.encode(comment)));
    items.addAll(outbox.puts(events));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new AddOutcome.Added();
      case TransactionOutcome.Refused(var failed) -> {
        yield failed.first() > 0 ? exists(comment) : new AddOutcome.NoReport();
      }
    };
  }

  /** Its author may remove it before it is read: then it is as if it came before that. */
  private AddOutcome exists(Comment again) {
    return new AddOutcome.Exists(find(again.report(), again.id()).orElse(again));
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression("attribute_not_exists(#place)")
            .expressionAttributeNames(
                Map.of("#place", TableDefinitions.TRIAGE.sort().orElseThrow()))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public Optional<Comment> find(ReportId report, CommentId id) {
    return at(report, CommentCodec.pointerPlace(id))
        .map(CommentCodec::decodePointer)
        .flatMap(place -> at(report, place.toString()))
        .map(CommentCodec::decode);
  }

  private Optional<Map<String, AttributeValue>> at(ReportId report, String place) {
    return reads.first(range(report, new Bounds.Ascending(place, place)), 1).stream().findFirst();
  }

  @Override
  public boolean replace(Comment next) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(CommentCodec.encode(next))
            .conditionExpression(IS_VERSION)
            .expressionAttributeNames(VERSION_NAME)
            .expressionAttributeValues(version(next.version() - 1))
            .build();
    return isApplied(List.of(TransactWriteItem.builder().put(put).build()));
  }

  @Override
  public boolean remove(Comment current) {
    Delete comment =
        Delete.builder()
            .tableName(table)
            .key(CommentCodec.key(current))
            .conditionExpression(IS_VERSION)
            .expressionAttributeNames(VERSION_NAME)
            .expressionAttributeValues(version(current.version()))
            .build();
    Delete pointer =
        Delete.builder().tableName(table).key(CommentCodec.pointerKey(current)).build();
    return isApplied(
        List.of(
            TransactWriteItem.builder().delete(comment).build(),
            TransactWriteItem.builder().delete(pointer).build()));
  }

  private static Map<String, AttributeValue> version(long number) {
    return Map.of(":before", AttributeValue.fromN(Long.toString(number)));
  }

  private boolean isApplied(List<TransactWriteItem> items) {
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  @Override
  public Page<Comment> list(ReportId report, int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    String from = page.map(token -> Place.of(token).successor()).orElse(Bounds.BEGIN);
    List<Comment> found =
        reads.first(range(report, new Bounds.Ascending(from, Bounds.END)), limit + 1).stream()
            .map(CommentCodec::decode)
            .toList();
    List<Comment> shown = found.subList(0, Math.min(limit, found.size()));
    Optional<PageToken> next =
        found.size() > limit
            ? Optional.of(CommentCodec.place(shown.getLast()).token())
            : Optional.empty();
    return new Page<>(shown, next);
  }

  private IndexRange range(ReportId report, Bounds bounds) {
    return IndexRange.of(
        table, TableDefinitions.TRIAGE, List.of(CommentCodec.owner(report)), bounds);
  }
}
