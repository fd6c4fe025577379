package dev.sallyport.inmemory.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Where each message of a queue is: ready, hidden after a receipt, or delayed since it was sent.
 * What is done costs the logarithm of the queue's length; {@link #settle} moves what a moment has
 * made ready. Not thread-safe and without a clock of its own.
 */
final class MessageTable {
  private static final Comparator<QueuedMessage> SOONEST =
      Comparator.comparing(QueuedMessage::hiddenUntil).thenComparingLong(QueuedMessage::order);

  private final Map<String, QueuedMessage> oldestFirst = new LinkedHashMap<>();
  private final SequencedSet<QueuedMessage> ready = new LinkedHashSet<>();
  private final NavigableSet<QueuedMessage> hidden = new TreeSet<>(SOONEST);
  private final NavigableSet<QueuedMessage> delayed = new TreeSet<>(SOONEST);
  private long sent;

  void add(String id, String body, Instant now, Duration delay) {
    add(new QueuedMessage(id, body, now, sent++, now.plus(delay)), now);
  }

  /** Adds a message that was sent before, to be received now. */
  void add(String id, String body, Instant sentAt, Instant now) {
    add(new QueuedMessage(id, body, sentAt, sent++, now), now);
  }

  private void add(QueuedMessage message, Instant now) {
    oldestFirst.put(message.id(), message);
    place(message, now);
  }

  Optional<QueuedMessage> find(String id) {
    return Optional.ofNullable(oldestFirst.get(id));
  }

  /** Returns all, in the order in which they were added. */
  List<QueuedMessage> all() {
    return List.copyOf(oldestFirst.values());
  }

  /**
   * Shows what need not be hidden any longer and drops what is older than the retention.
   *
   * @return what was dropped
   */
  List<QueuedMessage> settle(Instant now, Duration retention) {
    List<QueuedMessage> dropped = new ArrayList<>();
    Instant oldest = now.minus(retention);
    while (!oldestFirst.isEmpty()) {
      QueuedMessage first = oldestFirst.values().iterator().next();
      if (!first.sentAt().isBefore(oldest)) {
        break;
      }
      remove(first);
      dropped.add(first);
    }
    show(hidden, now);
    show(delayed, now);
    return dropped;
  }

  private void show(NavigableSet<QueuedMessage> from, Instant now) {
    while (!from.isEmpty() && !from.first().hiddenUntil().isAfter(now)) {
      ready.addLast(from.removeFirst());
    }
  }

  /** Receives what is ready; what was received too often already is handed to the other. */
  List<QueuedMessage> take(
      int max,
      Instant now,
      Duration visibility,
      int maxReceives,
      Consumer<QueuedMessage> tooOften) {
    List<QueuedMessage> taken = new ArrayList<>();
    while (taken.size() < max && !ready.isEmpty()) {
      QueuedMessage message = ready.removeFirst();
      if (message.receiveCount() >= maxReceives) {
        remove(message);
        tooOften.accept(message);
      } else {
        message.receive(now, visibility);
        taken.add(message);
      }
    }
    taken.forEach(message -> place(message, now));
    return taken;
  }

  void remove(QueuedMessage message) {
    oldestFirst.remove(message.id());
    unplace(message);
  }

  void hide(QueuedMessage message, Instant until, Instant now) {
    unplace(message);
    message.hideUntil(until);
    place(message, now);
  }

  boolean isHidden(QueuedMessage message) {
    return hidden.contains(message);
  }

  int readyCount() {
    return ready.size();
  }

  int hiddenCount() {
    return hidden.size();
  }

  int delayedCount() {
    return delayed.size();
  }

  private void place(QueuedMessage message, Instant now) {
    if (!message.hiddenUntil().isAfter(now)) {
      ready.addLast(message);
    } else if (message.receiveCount() > 0) {
      hidden.add(message);
    } else {
      delayed.add(message);
    }
  }

  private void unplace(QueuedMessage message) {
    ready.remove(message);
    hidden.remove(message);
    delayed.remove(message);
  }
}
