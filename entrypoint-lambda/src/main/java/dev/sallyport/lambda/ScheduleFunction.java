package dev.sallyport.lambda;

import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is done by the clock, once for each tick of a schedule. One that fails does not keep
 * the others from running; the invocation fails at its end, so that alarms see it.
 */
final class ScheduleFunction {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleFunction.class);

  private final Set<ScheduledOperation> operations;
  private final Metrics metrics;
  private final MetricFlush flush;

  @Inject
  ScheduleFunction(Set<ScheduledOperation> operations, Metrics metrics, MetricFlush flush) {
    this.operations = operations;
    this.metrics = metrics;
    this.flush = flush;
  }

  /**
   * Runs each operation once.
   *
   * @throws InvocationFailedException when one of them failed
   */
  void run() {
    boolean succeeded = true;
    try {
      for (ScheduledOperation operation :
          operations.stream().sorted(Comparator.comparing(ScheduledOperation::id)).toList()) {
        succeeded &= succeeds(operation);
      }
    } finally {
      flush.flush();
    }
    if (!succeeded) {
      throw new InvocationFailedException("a scheduled operation failed");
    }
  }

  private boolean succeeds(ScheduledOperation operation) {
    long start = System.nanoTime();
    String result = "failed";
    try {
      operation.run();
      result = "done";
      return true;
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("code", "scheduled_operation_failed")
          .addKeyValue("operation", operation.id())
          .setCause(failure)
          .log("a scheduled operation is tried again at the next tick");
      return false;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.time("scheduled.runs", took, "operation", operation.id(), "result", result);
    }
  }
}
