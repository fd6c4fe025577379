package dev.sallyport.aws.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.event.DomainEvent;
import jakarta.inject.Inject;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Makes the events of a change part of its transaction. */
public final class OutboxWriter {
  private final String table;

  /** Takes the name of the table. */
  @Inject
  public OutboxWriter(TableSettings settings) {
    this.table = settings.outbox();
  }

  /**
   * Returns what stores the events; without conditions, because an event's key is its own.
   *
   * @throws IllegalArgumentException when they are more than {@link Outbox#MAX_EVENTS_PER_CHANGE}
   */
  public List<TransactWriteItem> puts(List<DomainEvent> events) {
    if (events.size() > Outbox.MAX_EVENTS_PER_CHANGE) {
      throw new IllegalArgumentException("a change has at most 10 events");
    }
    return events.stream().distinct().map(this::put).toList();
  }

  private TransactWriteItem put(DomainEvent event) {
    Put put = Put.builder().tableName(table).item(EventCodec.encode(event)).build();
    return TransactWriteItem.builder().put(put).build();
  }
}
