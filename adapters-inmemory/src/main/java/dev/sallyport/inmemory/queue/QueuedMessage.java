package dev.sallyport.inmemory.queue;

import java.time.Duration;
import java.time.Instant;

/** A message as the queue keeps it; changes only under the queue's lock. */
final class QueuedMessage {
  private final String id;
  private final String body;
  private final Instant sentAt;
  private final long order;
  private Instant hiddenUntil;
  private Instant receivedAt;
  private int receiveCount;

  QueuedMessage(String id, String body, Instant sentAt, long order, Instant hiddenUntil) {
    this.id = id;
    this.body = body;
    this.sentAt = sentAt;
    this.order = order;
    this.hiddenUntil = hiddenUntil;
    this.receivedAt = sentAt;
  }

  String id() {
    return id;
  }

  String body() {
    return body;
  }

  Instant sentAt() {
    return sentAt;
  }

  /** Tells messages apart that are hidden until the same instant. */
  long order() {
    return order;
  }

  Instant hiddenUntil() {
    return hiddenUntil;
  }

  /** Returns when the latest receipt was. */
  Instant receivedAt() {
    return receivedAt;
  }

  int receiveCount() {
    return receiveCount;
  }

  void receive(Instant now, Duration visibility) {
    receivedAt = now;
    receiveCount++;
    hiddenUntil = now.plus(visibility);
  }

  void hideUntil(Instant until) {
    hiddenUntil = until;
  }
}
