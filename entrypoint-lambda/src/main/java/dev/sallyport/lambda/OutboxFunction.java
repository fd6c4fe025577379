package dev.sallyport.lambda;

import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.operations.event.OutboxRelay;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Carries events on until the outbox is empty or time is short. Whatever wakes it says nothing: the
 * outbox alone knows what there is, so a wake-up that is lost or doubled changes nothing.
 */
final class OutboxFunction {
  /** As long as a hundred events may take when every call has to be tried again. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final OutboxRelay relay;
  private final MetricFlush flush;

  @Inject
  OutboxFunction(OutboxRelay relay, MetricFlush flush) {
    this.relay = relay;
    this.flush = flush;
  }

  /**
   * Runs once or more.
   *
   * @param remaining how much time this invocation has left
   */
  void run(Supplier<Duration> remaining) {
    try {
      boolean more = relay.runOnce();
      while (more && remaining.get().compareTo(MARGIN) > 0) {
        more = relay.runOnce();
      }
    } finally {
      flush.flush();
    }
  }
}
