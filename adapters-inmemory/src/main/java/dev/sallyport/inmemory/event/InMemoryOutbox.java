package dev.sallyport.inmemory.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and acknowledges what the other tables have put into the outbox. */
final class InMemoryOutbox implements Outbox {
  private static final int MAX_LIMIT = 100;

  private final Transactions transactions;
  private final OutboxTable table;

  @Inject
  InMemoryOutbox(Transactions transactions, OutboxTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  @Override
  public List<DomainEvent> pending(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("1 to 100 events at a time");
    }
    return transactions.read(() -> table.first(limit));
  }

  @Override
  public void acknowledge(Collection<DomainEvent> events) {
    Set<EventId> acknowledged =
        events.stream().map(DomainEvent::eventId).collect(Collectors.toUnmodifiableSet());
    transactions.read(() -> table.removeAll(acknowledged));
  }
}
