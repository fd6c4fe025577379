package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.ExportId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps exports in the table of jobs. */
final class DynamoDbExportStore implements ExportStore {
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbExportStore(TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.jobs();
  }

  @Override
  public boolean create(Export first) {
    return isApplied(List.of(version(first), mark(ExportCodec.RUNNING, first)));
  }

  @Override
  public Optional<Export> find(ExportId id) {
    Bounds only = new Bounds.Ascending(ExportCodec.JOB, ExportCodec.JOB);
    return reads.first(range(ExportCodec.shard(id), only), 1).stream()
        .findFirst()
        .map(ExportCodec::decode);
  }

  @Override
  public boolean replace(Export next) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(version(next));
    switch (next.state()) {
      case Export.State.Running _ -> {}
      case Export.State.Done _ -> {
        items.add(unmark(ExportCodec.RUNNING, next));
        items.add(mark(ExportCodec.DONE, next));
      }
      case Export.State.Expired _ -> items.add(unmark(ExportCodec.DONE, next));
    }
    return isApplied(items);
  }

  private TransactWriteItem mark(String list, Export export) {
    return item(Put.builder().tableName(table).item(ExportCodec.mark(list, export)).build());
  }

  private TransactWriteItem unmark(String list, Export export) {
    Delete mark = Delete.builder().tableName(table).key(ExportCodec.mark(list, export)).build();
    return TransactWriteItem.builder().delete(mark).build();
  }

  @Override
  public List<Export> running(int limit) {
    return listed(ExportCodec.RUNNING, limit).stream()
        .filter(export -> export.state() instanceof Export.State.Running)
        .toList();
  }

  @Override
  public List<Export> done(int limit) {
    return listed(ExportCodec.DONE, limit).stream()
        .filter(export -> export.state() instanceof Export.State.Done)
        .toList();
  }

  private List<Export> listed(String list, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    Bounds all = new Bounds.Ascending(Bounds.BEGIN, Bounds.END);
    return reads.first(range(list, all), limit).stream()
        .map(ExportCodec::markedPlace)
        .flatMap(place -> find(new ExportId(place.id())).stream())
        .toList();
  }

  private TransactWriteItem version(Export export) {
    return VersionedPut.of(
        table, ExportCodec.encode(export), ExportCodec.REVISION, export.revision());
  }

  private boolean isApplied(List<TransactWriteItem> items) {
    return switch (transactions.write("exports", items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  private static TransactWriteItem item(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  private IndexRange range(String shard, Bounds bounds) {
    return IndexRange.of(table, TableDefinitions.JOBS, List.of(shard), bounds);
  }
}
