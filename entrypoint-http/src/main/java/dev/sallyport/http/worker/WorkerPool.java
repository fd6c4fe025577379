package dev.sallyport.http.worker;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.operations.MessageOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs message operations against their queues: for each a fixed number of platform threads,
 * because what they do is mostly computing, and virtual threads that compute would hold up the
 * server's.
 *
 * <p>At least once, as the queues promise: a message is deleted only after its operation said that
 * it is done.
 */
public final class WorkerPool implements AutoCloseable {
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private final Duration stopTime;

  /**
   * Makes a pool that does nothing before {@link #start}.
   *
   * @param operations each with the name of one of the queues
   * @param stopTime how long a stop waits for messages that are being handled
   * @throws IllegalArgumentException when an operation names a queue that is not there
   */
  public WorkerPool(
      Collection<MessageOperation> operations,
      Collection<MessageQueue> queues,
      WorkerSettings settings,
      Duration stopTime,
      Metrics metrics) {
    this.stopTime = stopTime;
    Map<String, MessageQueue> byName =
        queues.stream().collect(Collectors.toMap(MessageQueue::name, Function.identity()));
    for (MessageOperation operation : operations) {
      MessageQueue queue = byName.get(operation.queue());
      if (queue == null) {
        throw new IllegalArgumentException("there is no queue " + operation.queue());
      }
      for (int number = 1; number <= settings.concurrency(); number++) {
        Worker worker = new Worker(operation, queue, settings, metrics, stop);
        workers.add(worker);
        threads.add(
            Thread.ofPlatform().name(operation.id() + "-" + number).daemon().unstarted(worker));
      }
    }
  }

  /** Starts to receive. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /**
   * Receives nothing more and waits for the messages in hand; after the stop time their threads are
   * interrupted and their messages come again. Closing twice is fine.
   */
  @Override
  public void close() {
    stop.give();
    workers.forEach(Worker::wake);
    long end = System.nanoTime() + stopTime.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
  }
}
