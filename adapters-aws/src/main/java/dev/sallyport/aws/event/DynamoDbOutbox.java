package dev.sallyport.aws.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.Shards;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableDeletes;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.event.DomainEvent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/**
 * Keeps events in a table of their own, by time within {@link Shards}. Read consistently, or what
 * was just acknowledged would be carried again.
 */
final class DynamoDbOutbox implements Outbox {
  private static final int MAX_LIMIT = 100;

  private final TableReads reads;
  private final TableDeletes deletes;
  private final String table;

  @Inject
  DynamoDbOutbox(TableReads reads, TableDeletes deletes, TableSettings settings) {
    this.reads = reads;
    this.deletes = deletes;
    this.table = settings.outbox();
  }

  @Override
  public List<DomainEvent> pending(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("1 to 100 events at a time");
    }
    IndexRange all =
        IndexRange.of(
            table,
            TableDefinitions.OUTBOX,
            Shards.all(EventCodec.LIST),
            new IndexRange.Bounds.Ascending(IndexRange.Bounds.BEGIN, IndexRange.Bounds.END));
    return reads.first(all, limit).stream().map(EventCodec::decode).toList();
  }

  @Override
  public void acknowledge(Collection<DomainEvent> events) {
    deletes.delete(table, events.stream().distinct().map(EventCodec::key).toList());
  }
}
