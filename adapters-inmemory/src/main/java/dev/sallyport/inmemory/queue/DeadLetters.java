package dev.sallyport.inmemory.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A dead-letter queue: what is in it, until its retention ends. Changes under the queue's lock. */
final class DeadLetters {
  private final Deque<DeadLetter> letters = new ArrayDeque<>();

  void add(DeadLetter letter) {
    letters.addLast(letter);
  }

  /**
   * Drops what is older than the retention. A letter that the queue moved is older than its place
   * says and may go a little later, with the one before it.
   */
  void settle(Instant now, Duration retention) {
    Instant oldest = now.minus(retention);
    while (!letters.isEmpty() && letters.getFirst().sentAt().isBefore(oldest)) {
      letters.removeFirst();
    }
  }

  int size() {
    return letters.size();
  }

  /** Returns all, oldest first, and keeps none. */
  List<DeadLetter> takeAll() {
    List<DeadLetter> taken = all();
    letters.clear();
    return taken;
  }

  /** Returns all, oldest first. */
  List<DeadLetter> all() {
    return List.copyOf(letters);
  }
}
