package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps erasures in the table of jobs, each with what it removes. */
final class DynamoDbErasureStore implements ErasureStore {
  private static final String WHAT = "erasures";
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbErasureStore(TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.jobs();
  }

  @Override
  public boolean create(Erasure first) {
    return isApplied(List.of(version(first), put(ErasureCodec.mark(first))));
  }

  @Override
  public Optional<Erasure> find(ReportId report) {
    Bounds only = new Bounds.Ascending(ErasureCodec.JOB, ErasureCodec.JOB);
    return reads.first(range(ErasureCodec.shard(report), only), 1).stream()
        .findFirst()
        .map(ErasureCodec::decode);
  }

  @Override
  public boolean replace(Erasure next) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(version(next));
    long number = next.count() - next.pending().size();
    for (ErasedThing thing : next.pending()) {
      items.add(put(ErasureCodec.encode(next.report(), number++, thing)));
    }
    if (!next.isRunning()) {
      Delete mark = Delete.builder().tableName(table).key(ErasureCodec.mark(next)).build();
      items.add(TransactWriteItem.builder().delete(mark).build());
    }
    return isApplied(items);
  }

  private TransactWriteItem version(Erasure erasure) {
    return VersionedPut.of(
        table, ErasureCodec.encode(erasure), ErasureCodec.REVISION, erasure.revision());
  }

  private boolean isApplied(List<TransactWriteItem> items) {
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return item(Put.builder().tableName(table).item(item).build());
  }

  private static TransactWriteItem item(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public List<Erasure> running(int limit) {
    requireLimit(limit);
    // One that has ended since its mark was read goes on no more.
    return reads
        .first(range(ErasureCodec.RUNNING, new Bounds.Ascending(Bounds.BEGIN, Bounds.END)), limit)
        .stream()
        .map(ErasureCodec::markedPlace)
        .flatMap(place -> find(new ReportId(place.id())).stream())
        .filter(Erasure::isRunning)
        .toList();
  }

  @Override
  public Page<ErasedThing> things(ReportId report, int limit, Optional<PageToken> page) {
    requireLimit(limit);
    long first = page.map(token -> ErasureCodec.number(token.value())).orElse(0L);
    Bounds bounds =
        new Bounds.Ascending(ErasureCodec.thing(first), ErasureCodec.thing(Long.MAX_VALUE));
    List<Map<String, AttributeValue>> found =
        reads.first(range(ErasureCodec.shard(report), bounds), limit + 1);
    List<ErasedThing> shown = found.stream().limit(limit).map(ErasureCodec::decodeThing).toList();
    // They are numbered without gaps.
    Optional<PageToken> next =
        found.size() > limit
            ? Optional.of(new PageToken(ErasureCodec.thing(first + limit)))
            : Optional.empty();
    return new Page<>(shown, next);
  }

  private IndexRange range(String shard, Bounds bounds) {
    return IndexRange.of(table, TableDefinitions.JOBS, List.of(shard), bounds);
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
  }
}
