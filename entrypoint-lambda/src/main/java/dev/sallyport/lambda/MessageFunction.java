package dev.sallyport.lambda;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.lambda.event.SqsBatch;
import dev.sallyport.operations.Heartbeat;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the messages of a batch one after another and says which of them have to come again.
 *
 * <p>Lambda has received them and deletes those that are not named. One that waits for its turn is
 * hidden for as long as the queue says; one in hand is kept hidden by a heartbeat. When there may
 * not be time for another one, the rest goes back at once rather than being cut off half done; the
 * first is always tried, or a function with too short a time would never do anything.
 */
final class MessageFunction {
  private static final Logger LOG = LoggerFactory.getLogger(MessageFunction.class);

  private final MessageOperation operation;
  private final MessageQueue queue;
  private final Metrics metrics;
  private final MetricFlush flush;

  @Inject
  MessageFunction(
      Set<MessageOperation> operations, Queues queues, Metrics metrics, MetricFlush flush) {
    if (operations.size() != 1) {
      throw new IllegalArgumentException("a function handles the messages of one operation");
    }
    this.operation = operations.iterator().next();
    this.queue = queues.named(operation.queue());
    this.metrics = metrics;
    this.flush = flush;
  }

  /**
   * Handles one batch.
   *
   * @param remaining how much time this invocation has left
   * @throws IOException when it is no event: all of it comes again
   */
  void handle(InputStream in, OutputStream out, Supplier<Duration> remaining) throws IOException {
    try {
      List<String> failures = new ArrayList<>();
      boolean isFirst = true;
      for (ReceivedMessage message : SqsBatch.read(in).messages()) {
        if (!isFirst && remaining.get().compareTo(operation.visibility()) < 0) {
          giveBack(message);
          failures.add(message.id());
        } else if (!handle(message)) {
          failures.add(message.id());
        }
        isFirst = false;
      }
      SqsBatch.writeFailures(failures, out);
    } finally {
      flush.flush();
    }
  }

  private void giveBack(ReceivedMessage message) {
    metrics.count("messages.returned", "operation", operation.id());
    try {
      queue.changeVisibility(message.handle(), Duration.ZERO);
    } catch (RuntimeException failure) {
      log("visibility_unchanged", message, failure);
    }
  }

  /** Returns whether the message is done with. */
  @SuppressWarnings("CatchThrowable") // a decoder that runs out of stack or heap ends one message
  private boolean handle(ReceivedMessage message) {
    long start = System.nanoTime();
    String result = "failed";
    try {
      result = settle(message, work(message));
    } catch (Throwable failure) {
      log("handler_failed", message, failure);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    metrics.time("messages.handled", took, "operation", operation.id(), "result", result);
    return result.equals("done") || result.equals("dead");
  }

  private MessageOutcome work(ReceivedMessage message) {
    try (Heartbeat _ = Heartbeat.start(queue, message, operation.visibility())) {
      return operation.handle(
          new IncomingMessage(
              message.id(), message.body(), message.receiveCount(), message.sentAt()));
    }
  }

  private String settle(ReceivedMessage message, MessageOutcome outcome) {
    return switch (outcome) {
      case MessageOutcome.Done() -> "done";
      case MessageOutcome.RetryAfter(Duration delay, String reason) -> {
        queue.changeVisibility(message.handle(), delay);
        LOG.atInfo()
            .addKeyValue("messageId", message.id())
            .addKeyValue("reason", reason)
            .log("a message comes again later");
        yield "retry";
      }
      case MessageOutcome.DeadLetter(String reason) -> {
        queue.deadLetter(message, reason);
        yield "dead";
      }
    };
  }

  private void log(String code, ReceivedMessage message, Throwable failure) {
    LOG.atError()
        .addKeyValue("code", code)
        .addKeyValue("operation", operation.id())
        .addKeyValue("messageId", message.id())
        .setCause(failure)
        .log("a message comes again after its visibility");
  }
}
