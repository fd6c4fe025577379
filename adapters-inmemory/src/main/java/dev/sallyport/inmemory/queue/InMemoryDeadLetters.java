package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The dead-letter queue of a queue: what is in it, until its retention ends. Both change under one
 * lock, so that a message is never in both or in neither.
 */
final class InMemoryDeadLetters implements DeadLetters {
  private final String queue;
  private final Duration retention;
  private final Supplier<Instant> now;
  private final ReentrantLock lock;
  private final MessageTable letters = new MessageTable();
  private final Map<String, String> reasons = new HashMap<>();

  /**
   * Begins an empty one.
   *
   * @param now the time, as the queue has it
   * @param lock that of the queue
   */
  InMemoryDeadLetters(String queue, Duration retention, Supplier<Instant> now, ReentrantLock lock) {
    this.queue = queue;
    this.retention = retention;
    this.now = now;
    this.lock = lock;
  }

  @Override
  public String queue() {
    return queue;
  }

  /**
   * Adds a letter.
   *
   * @param id its name: that of the message when the queue moved it, a new one when a receiver did
   * @param sentAt since when its retention counts
   */
  void add(String id, String body, String reason, Instant sentAt) {
    lock.lock();
    try {
      letters.add(id, body, sentAt, now.get());
      reasons.put(id, reason);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<DeadLetter> look(int max, Duration visibility) {
    QueueLimits.requireBatch(max);
    Duration hidden = QueueLimits.wholeSeconds(visibility, MessageQueue.MAX_VISIBILITY);
    lock.lock();
    try {
      Instant moment = settle();
      return letters.take(max, moment, hidden, Integer.MAX_VALUE, _ -> {}).stream()
          .map(this::letter)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release(DeadLetter letter) {
    MessageReceipt receipt = MessageReceipt.read(letter.handle(), name());
    lock.lock();
    try {
      Instant moment = settle();
      letters
          .find(receipt.messageId())
          .filter(receipt::isLatestOf)
          .filter(letters::isHidden)
          .ifPresent(found -> letters.hide(found, moment, moment));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void remove(DeadLetter letter) {
    MessageReceipt receipt = MessageReceipt.read(letter.handle(), name());
    lock.lock();
    try {
      settle();
      letters.find(receipt.messageId()).filter(receipt::isLatestOf).ifPresent(this::forget);
    } finally {
      lock.unlock();
    }
  }

  private void forget(QueuedMessage letter) {
    letters.remove(letter);
    reasons.remove(letter.id());
  }

  @Override
  public long count() {
    lock.lock();
    try {
      settle();
      return letters.all().size();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the bodies of all that nobody looks at, oldest first, and keeps none of them. */
  List<String> takeAll() {
    lock.lock();
    try {
      settle();
      List<QueuedMessage> taken =
          letters.all().stream().filter(letter -> !letters.isHidden(letter)).toList();
      taken.forEach(this::forget);
      return taken.stream().map(QueuedMessage::body).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Returns all, oldest first, whoever looks at them. */
  List<DeadLetter> all() {
    lock.lock();
    try {
      settle();
      return letters.all().stream().map(this::letter).toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A letter that the queue moved is older than its place says and may go a little later, with the
   * one before it.
   */
  private Instant settle() {
    Instant moment = now.get();
    letters.settle(moment, retention).forEach(gone -> reasons.remove(gone.id()));
    return moment;
  }

  private DeadLetter letter(QueuedMessage letter) {
    return new DeadLetter(
        letter.id(),
        letter.body(),
        reasons.getOrDefault(letter.id(), MessageQueue.MAX_RECEIVES),
        letter.sentAt(),
        MessageReceipt.of(name(), letter).handle());
  }

  /** Handles of the queue itself are none of this one. */
  private String name() {
    return queue + MessageReceipt.DEAD;
  }
}
