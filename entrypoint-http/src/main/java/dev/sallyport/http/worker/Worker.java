package dev.sallyport.http.worker;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.operations.Heartbeat;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message at a time from a queue, has it handled and settles it, until it is stopped.
 *
 * <p>A handler that throws leaves its message alone: it stays hidden until its visibility ends,
 * then comes again, and the queue's own limit of receives ends that. So a crash of the process and
 * a crash of the handler look the same to everybody else.
 */
final class Worker implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final MessageOperation operation;
  private final MessageQueue queue;
  private final WorkerSettings settings;
  private final Metrics metrics;
  private final StopSignal stop;

  /** The thread while it only waits for a message; guarded by this. */
  private Optional<Thread> waiting = Optional.empty();

  Worker(
      MessageOperation operation,
      MessageQueue queue,
      WorkerSettings settings,
      Metrics metrics,
      StopSignal stop) {
    this.operation = operation;
    this.queue = queue;
    this.settings = settings;
    this.metrics = metrics;
    this.stop = stop;
  }

  @Override
  public void run() {
    Duration backOff = settings.firstBackOff();
    while (!stop.isGiven()) {
      try {
        receive().forEach(this::handle);
        backOff = settings.firstBackOff();
      } catch (RuntimeException failure) {
        log("receive_failed", "-", failure);
        stop.pause(backOff);
        Duration doubled = backOff.multipliedBy(2);
        backOff = doubled.compareTo(settings.longestBackOff()) < 0 ? doubled : backOff;
      }
    }
  }

  /** Ends a wait for messages; a message in hand is finished. Called after the signal is given. */
  synchronized void wake() {
    waiting.ifPresent(Thread::interrupt);
  }

  private List<ReceivedMessage> receive() {
    if (!enterWait()) {
      return List.of();
    }
    try {
      return queue.receive(1, operation.visibility(), settings.longPoll());
    } finally {
      leaveWait();
    }
  }

  private synchronized boolean enterWait() {
    if (stop.isGiven()) {
      return false;
    }
    waiting = Optional.of(Thread.currentThread());
    return true;
  }

  /** From here on nobody interrupts; an interrupt that came before was only meant for the wait. */
  private synchronized void leaveWait() {
    waiting = Optional.empty();
    Thread.interrupted();
  }

  @SuppressWarnings("CatchThrowable") // a decoder that runs out of stack or heap ends one message
  private void handle(ReceivedMessage message) {
    long start = System.nanoTime();
    String result = "failed";
    try {
      MessageOutcome outcome = work(message);
      result = settle(message, outcome);
    } catch (Throwable failure) {
      log("handler_failed", message.id(), failure);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    metrics.time("messages.handled", took, "operation", operation.id(), "result", result);
  }

  private MessageOutcome work(ReceivedMessage message) {
    Heartbeat heartbeat = Heartbeat.start(queue, message, operation.visibility());
    try {
      return operation.handle(
          new IncomingMessage(
              message.id(), message.body(), message.receiveCount(), message.sentAt()));
    } finally {
      heartbeat.close();
    }
  }

  private String settle(ReceivedMessage message, MessageOutcome outcome) {
    return switch (outcome) {
      case MessageOutcome.Done() -> {
        queue.delete(message.handle());
        yield "done";
      }
      case MessageOutcome.RetryAfter(Duration delay, String reason) -> {
        queue.changeVisibility(message.handle(), delay);
        yield "retry";
      }
      case MessageOutcome.DeadLetter(String reason) -> {
        queue.deadLetter(message, reason);
        yield "dead";
      }
    };
  }

  private void log(String code, String message, Throwable failure) {
    LOG.atError()
        .addKeyValue("code", code)
        .addKeyValue("operation", operation.id())
        .addKeyValue("messageId", message)
        .setCause(failure)
        .log("a worker goes on after a failure");
  }
}
