package dev.sallyport.operations.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Carries events from the outbox to the queues that subscribe to them, each at least once to each:
 * events leave the outbox together, only after the last of their queues has the last of them. What
 * a failure leaves behind is sent at the next run, perhaps again to some.
 */
public final class OutboxRelay implements ScheduledOperation {
  private static final int BATCH = 100;

  /** So that one run ends even when events arrive faster than they are carried. */
  private static final int MOST_BATCHES = 100;

  private final Outbox outbox;
  private final Queues queues;
  private final Subscriptions subscriptions;
  private final Metrics metrics;

  @Inject
  OutboxRelay(Outbox outbox, Queues queues, Subscriptions subscriptions, Metrics metrics) {
    this.outbox = outbox;
    this.queues = queues;
    this.subscriptions = subscriptions;
    this.metrics = metrics;
  }

  @Override
  public String id() {
    return "relayOutbox";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    boolean more = true;
    for (int batch = 0; batch < MOST_BATCHES && more; batch++) {
      more = runOnce();
    }
  }

  /**
   * Carries what one look into the outbox finds, for those whose time may end.
   *
   * @return whether there may be more
   */
  public boolean runOnce() {
    return carry(outbox.pending(BATCH)) == BATCH;
  }

  private int carry(List<DomainEvent> events) {
    if (events.isEmpty()) {
      return 0;
    }
    SequencedMap<String, List<String>> messages = new LinkedHashMap<>();
    for (DomainEvent event : events) {
      String message = EventCodec.encode(event);
      for (String queue : subscriptions.queuesOf(EventType.of(event))) {
        messages.computeIfAbsent(queue, _ -> new ArrayList<>()).add(message);
      }
    }
    messages.forEach((queue, bodies) -> queues.named(queue).sendAll(bodies));
    outbox.acknowledge(events);
    for (DomainEvent event : events) {
      metrics.count("outbox.relayed", "type", EventType.of(event).wireName());
    }
    return events.size();
  }
}
