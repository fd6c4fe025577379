package dev.sallyport.application.event.port;

import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.EventId;
import java.util.Collection;
import java.util.List;

/**
 * Events that stores have written together with the change they tell of, until somebody has carried
 * them on. Only read and acknowledged: writing is the stores' business.
 */
public interface Outbox {
  /** Most events of one change, so that a change and its events fit one transaction. */
  int MAX_EVENTS_PER_CHANGE = 10;

  /**
   * Returns the oldest unacknowledged events, about in the order of their changes.
   *
   * @param limit 1 to 100
   */
  List<DomainEvent> pending(int limit);

  /**
   * Removes events for good; unknown ids are fine. Whoever is killed before this sends them again.
   */
  void acknowledge(Collection<EventId> ids);
}
