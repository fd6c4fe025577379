package dev.sallyport.inmemory.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds events in the order of their changes until they are acknowledged; grows for as long as
 * nobody does that.
 */
@Singleton
public final class OutboxTable {
  private final Transactions transactions;
  private final Map<EventId, DomainEvent> events = new LinkedHashMap<>();

  /** Makes an empty one. */
  @Inject
  public OutboxTable(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Checks the events of a change before anything is changed.
   *
   * @throws IllegalArgumentException when they are too many
   */
  public void check(List<DomainEvent> added) {
    if (added.size() > Outbox.MAX_EVENTS_PER_CHANGE) {
      throw new IllegalArgumentException("a change has at most 10 events");
    }
  }

  /** Adds the events of the change that the current transaction makes; cannot fail. */
  public void append(List<DomainEvent> added) {
    transactions.requireOpen();
    added.forEach(event -> events.putIfAbsent(event.eventId(), event));
  }

  List<DomainEvent> first(int limit) {
    transactions.requireOpen();
    return events.values().stream().limit(limit).toList();
  }

  /** Tells whether any of them was there. */
  boolean removeAll(Collection<EventId> ids) {
    transactions.requireOpen();
    return events.keySet().removeAll(ids);
  }
}
