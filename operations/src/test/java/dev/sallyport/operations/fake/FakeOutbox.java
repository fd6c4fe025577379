package dev.sallyport.operations.fake;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.domain.event.DomainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An outbox that a test fills by hand. */
public final class FakeOutbox implements Outbox {
  public final List<DomainEvent> events = new ArrayList<>();

  @Override
  public List<DomainEvent> pending(int limit) {
    return List.copyOf(events.subList(0, Math.min(limit, events.size())));
  }

  @Override
  public void acknowledge(Collection<DomainEvent> acknowledged) {
    events.removeAll(acknowledged);
  }
}
