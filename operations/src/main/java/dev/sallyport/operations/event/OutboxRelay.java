package dev.sallyport.operations.event;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries events from the outbox to the queues that subscribe to them, each at least once to each:
 * an event leaves the outbox only after the last of its queues has it. What a failure leaves behind
 * is sent at the next run, perhaps again to some.
 */
final class OutboxRelay implements ScheduledOperation {
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
    int carried = BATCH;
    for (int batch = 0; batch < MOST_BATCHES && carried == BATCH; batch++) {
      carried = carry(outbox.pending(BATCH));
    }
  }

  private int carry(List<DomainEvent> events) {
    List<DomainEvent> sent = new ArrayList<>();
    try {
      for (DomainEvent event : events) {
        send(event);
        sent.add(event);
      }
    } finally {
      // Also after a failure: what was sent before it need not be sent again.
      if (!sent.isEmpty()) {
        outbox.acknowledge(sent);
      }
    }
    return sent.size();
  }

  private void send(DomainEvent event) {
    EventType type = EventType.of(event);
    String message = EventCodec.encode(event);
    for (String queue : subscriptions.queuesOf(type)) {
      queues.named(queue).send(message, Duration.ZERO);
    }
    metrics.count("outbox.relayed", "type", type.wireName());
  }
}
