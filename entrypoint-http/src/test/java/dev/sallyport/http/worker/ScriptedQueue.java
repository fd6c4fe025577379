package dev.sallyport.http.worker;

import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.PortUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out messages once each and tells what its receivers do, one event after the other. */
final class ScriptedQueue implements MessageQueue {
  private static final int PATIENCE_SECONDS = 5;

  /** How many receives fail before one succeeds. */
  final AtomicInteger failures = new AtomicInteger();

  /** How many extensions fail before one succeeds. */
  final AtomicInteger failedExtensions = new AtomicInteger();

  /** Whether the queue still knows the handles. */
  volatile boolean holds = true;

  private final BlockingQueue<ReceivedMessage> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  /** Waits for the next thing that a receiver did. */
  String nextEvent() {
    try {
      String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return event == null ? "nothing within " + PATIENCE_SECONDS + " s" : event;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Everything that was done and not looked at yet. */
  List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public void send(String body, Duration delay) {
    messages.add(
        new ReceivedMessage("id-" + body, body, new ReceiptHandle(body), 1, Instant.EPOCH));
  }

  @Override
  public void sendAll(List<String> bodies) {
    bodies.forEach(this::send);
  }

  void send(String body) {
    send(body, Duration.ZERO);
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    if (failures.getAndDecrement() > 0) {
      events.add("receive failed");
      throw new PortUnavailableException("queue", null);
    }
    try {
      ReceivedMessage message = messages.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      return message == null ? List.of() : List.of(message);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public void delete(ReceiptHandle handle) {
    events.add("delete " + handle.value());
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    if (failedExtensions.getAndDecrement() > 0) {
      events.add("extension failed");
      throw new PortUnavailableException("queue", null);
    }
    events.add("hide " + handle.value() + " " + visibility);
    return holds;
  }

  @Override
  public void deadLetter(ReceivedMessage message, String reason) {
    events.add("dead " + message.body() + " " + reason);
  }

  @Override
  public void redrive() {
    events.add("redrive");
  }

  @Override
  public DeadLetters deadLetters() {
    throw new AssertionError("workers do not look");
  }

  @Override
  public Depth depth() {
    return new Depth(messages.size(), 0, 0, 0);
  }
}
