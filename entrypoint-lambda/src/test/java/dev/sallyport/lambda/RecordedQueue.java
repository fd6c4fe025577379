package dev.sallyport.lambda;

import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.PortUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a function does with messages that Lambda has received for it. */
final class RecordedQueue implements MessageQueue {
  final List<String> events = new CopyOnWriteArrayList<>();

  /** Whether it can be reached. */
  volatile boolean available = true;

  private void record(String event) {
    if (!available) {
      throw new PortUnavailableException("queue", null);
    }
    events.add(event);
  }

  @Override
  public String name() {
    return "recorded";
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    QueueLimits.wholeSeconds(visibility, MAX_VISIBILITY);
    record("hide " + handle.value() + " " + visibility.toSeconds());
    return true;
  }

  @Override
  public void deadLetter(ReceivedMessage message, String reason) {
    QueueLimits.requireReason(reason);
    record("dead " + message.id() + " " + reason);
  }

  @Override
  public void send(String body, Duration delay) {
    throw new AssertionError("a function of a queue sends nothing");
  }

  @Override
  public void sendAll(List<String> bodies) {
    throw new AssertionError("a function of a queue sends nothing");
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    throw new AssertionError("Lambda receives");
  }

  @Override
  public void delete(ReceiptHandle handle) {
    throw new AssertionError("Lambda deletes");
  }

  @Override
  public void redrive() {
    throw new AssertionError("people redrive");
  }

  @Override
  public DeadLetters deadLetters() {
    throw new AssertionError("nobody looks");
  }

  @Override
  public Depth depth() {
    throw new AssertionError("nobody asks");
  }
}
