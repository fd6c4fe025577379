package dev.sallyport.application.event.port;

import dev.sallyport.domain.event.DomainEvent;
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
   * Removes events for good; those that are not there are fine. Whoever is killed before this sends
   * them again. A failure may leave some of them removed and others not.
   *
   * @param events as {@link #pending} returned them: a store may find an event by its time as well
   *     as by its id
   */
  void acknowledge(Collection<DomainEvent> events);
}
