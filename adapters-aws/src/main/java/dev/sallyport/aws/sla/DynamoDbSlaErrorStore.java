package dev.sallyport.aws.sla;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.MergedShards;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableIndex;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps SLA errors in a table of their own. DynamoDB deletes what has expired within days (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">TTL</a>);
 * until then reads pass it over and a repetition replaces it.
 */
final class DynamoDbSlaErrorStore implements SlaErrorStore {
  private static final String WHAT = "SLA errors";
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final MergedShards shards;
  private final String table;

  @Inject
  DynamoDbSlaErrorStore(
      TableReads reads,
      TableTransactions transactions,
      MergedShards shards,
      TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.shards = shards;
    this.table = settings.slaErrors();
  }

  @Override
  public AcceptOutcome accept(SlaError error) {
    String now = Long.toString(error.affectedDate().getEpochSecond());
    Put put =
        Put.builder()
            .tableName(table)
            .item(SlaErrorCodec.encode(error))
            .conditionExpression("attribute_not_exists(#id) OR #expires <= :now")
            .expressionAttributeNames(
                Map.of("#id", SlaErrorCodec.ID, "#expires", TableDefinitions.EXPIRES_AT))
            .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(now)))
            .build();
    List<TransactWriteItem> items = List.of(TransactWriteItem.builder().put(put).build());
    // As a transaction, so that a retry after a lost answer learns what the first attempt did.
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new AcceptOutcome.Accepted();
      case TransactionOutcome.Refused _ -> new AcceptOutcome.Repeated();
    };
  }

  @Override
  public Optional<SlaError> find(SlaErrorId id, Instant now) {
    return reads
        .find(table, SlaErrorCodec.key(id))
        .map(SlaErrorCodec::decode)
        .filter(error -> error.isLiveAt(now));
  }

  @Override
  public Page<SlaError> list(
      SlaErrorQuery query, Instant now, int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    List<MergedShards.Entry> found =
        shards.first(
            range(query), SlaErrorCodec::place, limit + 1, page.map(MergedShards.Cursor::of));
    List<MergedShards.Entry> shown = found.subList(0, Math.min(limit, found.size()));
    Optional<PageToken> next =
        found.size() > limit ? Optional.of(shown.getLast().cursor().token()) : Optional.empty();
    return new Page<>(
        shown.stream()
            .map(entry -> SlaErrorCodec.decode(entry.item()))
            .filter(error -> error.isLiveAt(now))
            .toList(),
        next);
  }

  private IndexRange range(SlaErrorQuery query) {
    return switch (query) {
      case SlaErrorQuery.InFolder in ->
          range(
              TableDefinitions.FOLDER,
              List.of(in.folder().value()),
              in.from(),
              in.to().minusNanos(1));
      case SlaErrorQuery.OnDay on -> {
        Instant begin = on.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last = begin.plus(Duration.ofDays(1)).minusNanos(1);
        yield range(TableDefinitions.AFFECTED_DAY, SlaErrorCodec.shards(on.day()), begin, last);
      }
    };
  }

  private IndexRange range(TableIndex index, List<String> keys, Instant from, Instant last) {
    Bounds bounds = new Bounds.Ascending(Place.beginOf(from), Place.beginOf(last));
    return IndexRange.of(table, index, keys, bounds);
  }
}
