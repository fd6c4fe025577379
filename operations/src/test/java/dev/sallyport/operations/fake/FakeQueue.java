package dev.sallyport.operations.fake;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A queue to send to, which may be made to fail after so many messages. */
public final class FakeQueue implements MessageQueue {
  public final List<String> sent = new ArrayList<>();
  public final List<DeadLetter> dead = new ArrayList<>();
  public int capacity = Integer.MAX_VALUE;
  private final String name;

  public FakeQueue(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(String body, Duration delay) {
    if (sent.size() >= capacity) {
      throw new PortUnavailableException("queue " + name, null);
    }
    sent.add(body);
  }

  /** Sends as many as there is room for, as a real queue may. */
  @Override
  public void sendAll(List<String> bodies) {
    int room = Math.min(bodies.size(), capacity - sent.size());
    sent.addAll(bodies.subList(0, room));
    if (room < bodies.size()) {
      throw room == 0
          ? new PortUnavailableException("queue " + name, null)
          : new OutcomeUnknownException("queue " + name, null);
    }
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    throw new AssertionError("entrypoints receive, operations do not");
  }

  @Override
  public void delete(ReceiptHandle handle) {
    throw new AssertionError("entrypoints delete, operations do not");
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    throw new AssertionError("entrypoints hide, operations do not");
  }

  @Override
  public void deadLetter(ReceivedMessage message, String reason) {
    throw new AssertionError("entrypoints dead-letter, operations do not");
  }

  @Override
  public void redrive() {
    dead.forEach(letter -> sent.add(letter.body()));
    dead.clear();
  }

  @Override
  public DeadLetters deadLetters() {
    return new FakeDeadLetters(name, dead);
  }

  @Override
  public Depth depth() {
    return new Depth(sent.size(), 0, 0, dead.size());
  }
}
