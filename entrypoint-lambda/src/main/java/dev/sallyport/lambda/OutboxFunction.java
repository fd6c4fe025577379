package dev.sallyport.lambda;

import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.operations.event.OutboxRelay;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events on until the outbox is empty or time is short. Whatever wakes it says nothing: the
 * outbox alone knows what there is, so a wake-up that is lost or doubled changes nothing.
 */
final class OutboxFunction {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxFunction.class);

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
   * @throws InvocationFailedException when events could not be carried on
   */
  void run(Supplier<Duration> remaining) {
    try {
      boolean more = relay.runOnce();
      while (more && remaining.get().compareTo(MARGIN) > 0) {
        more = relay.runOnce();
      }
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("code", "relay_failed")
          .setCause(failure)
          .log("events stay in the outbox until the next time");
      throw new InvocationFailedException("events could not be carried on");
    } finally {
      flush.flush();
    }
  }
}
