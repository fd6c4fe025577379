package dev.sallyport.http.worker;

import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.operations.ScheduledOperation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scheduled operations, each in a loop of its own: pause, run, pause. So one never overlaps
 * itself, a slow one delays no other, and one that fails is tried again after its usual pause.
 *
 * <p>The pause is the operation's, give or take a tenth at random, so that many processes started
 * together do not stay together.
 */
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final double JITTER = 0.1;

  private final StopSignal stop = new StopSignal();
  private final RandomGenerator random;
  private final Metrics metrics;
  private final Duration stopTime;
  private final List<Thread> threads;

  /**
   * Makes a scheduler that does nothing before {@link #start}.
   *
   * @param random for the jitter
   * @param stopTime how long a stop waits for operations that are running
   */
  public Scheduler(
      Collection<ScheduledOperation> operations,
      RandomGenerator random,
      Duration stopTime,
      Metrics metrics) {
    this.random = random;
    this.metrics = metrics;
    this.stopTime = stopTime;
    this.threads =
        operations.stream()
            .map(operation ->
                Thread.ofVirtual().name(operation.id()).unstarted(() -> loop(operation)))
            .toList();
  }

  /** Starts the loops; each operation first runs after one pause. */
  public void start() {
    threads.forEach(Thread::start);
  }

  private void loop(ScheduledOperation operation) {
    while (true) {
      stop.pause(pause(operation.every(), random));
      if (stop.isGiven() || Thread.currentThread().isInterrupted()) {
        return;
      }
      run(operation);
    }
  }

  static Duration pause(Duration every, RandomGenerator random) {
    return Duration.ofNanos((long) (every.toNanos() * random.nextDouble(1 - JITTER, 1 + JITTER)));
  }

  @SuppressWarnings("CatchThrowable") // even an error must not end the sweeping for good
  private void run(ScheduledOperation operation) {
    long start = System.nanoTime();
    String result = "failed";
    try {
      operation.run();
      result = "done";
    } catch (Throwable failure) {
      LOG.atError()
          .addKeyValue("code", "scheduled_operation_failed")
          .addKeyValue("operation", operation.id())
          .setCause(failure)
          .log("a scheduled operation is tried again after its pause");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    metrics.time("scheduled.runs", took, "operation", operation.id(), "result", result);
  }

  /** Starts nothing more and waits for what is running, but not for longer than the stop time. */
  @Override
  public void close() {
    stop.give();
    long end = System.nanoTime() + stopTime.toNanos();
    try {
      for (Thread thread : threads) {
        if (thread.getState() != Thread.State.NEW) {
          thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
  }
}
