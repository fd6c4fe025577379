package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.port.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue in memory by the rules of SQS, together with its dead-letter queue.
 *
 * <p>Messages are shown and hidden by the injected clock, which a test may move; a receive waits in
 * real time. Because nothing tells a waiting thread that a clock has moved, it looks again after
 * {@link #LOOK_AGAIN} at the latest; a send wakes it at once.
 *
 * <p>Memory: what is not deleted stays for the retention, in the queue and after it among the dead
 * letters; whoever sends has to be bounded.
 */
final class InMemoryMessageQueue implements MessageQueue {
  /**
   * Most messages that can be received and not yet deleted; then receives find nothing (<a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">SQS
   * quotas</a>).
   */
  static final int MAX_IN_FLIGHT = 120_000;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final String name;
  private final QueueSettings settings;
  private final Clock clock;
  private final IdGenerator ids;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final MessageTable messages = new MessageTable();
  private final InMemoryDeadLetters dead;

  InMemoryMessageQueue(String name, QueueSettings settings, Clock clock, IdGenerator ids) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.dead = new InMemoryDeadLetters(name, settings.retention(), this::now, lock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(String body, Duration delay) {
    QueueLimits.bodyBytes(body);
    add(List.of(body), QueueLimits.wholeSeconds(delay, MAX_DELAY));
  }

  @Override
  public void sendAll(List<String> bodies) {
    bodies.forEach(QueueLimits::bodyBytes);
    add(bodies, Duration.ZERO);
  }

  private void add(List<String> bodies, Duration delay) {
    lock.lock();
    try {
      Instant now = now();
      bodies.forEach(body -> messages.add(ids.newId().toString(), body, now, delay));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    QueueLimits.requireBatch(max);
    Duration hidden = QueueLimits.wholeSeconds(visibility, MAX_VISIBILITY);
    QueueLimits.wholeSeconds(wait, MAX_WAIT);
    long start = System.nanoTime();
    lock.lock();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<ReceivedMessage> received = receiveNow(max, hidden);
        long left = wait.toNanos() - (System.nanoTime() - start);
        if (!received.isEmpty() || left <= 0) {
          return received;
        }
        changed.awaitNanos(Math.min(left, LOOK_AGAIN.toNanos()));
      }
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private List<ReceivedMessage> receiveNow(int max, Duration visibility) {
    Instant now = settle();
    int most = Math.min(max, MAX_IN_FLIGHT - messages.hiddenCount());
    return messages.take(most, now, visibility, settings.maxReceives(), this::bury).stream()
        .map(this::received)
        .toList();
  }

  private void bury(QueuedMessage message) {
    dead.add(message.id(), message.body(), MAX_RECEIVES, message.sentAt());
  }

  private ReceivedMessage received(QueuedMessage message) {
    ReceiptHandle handle = MessageReceipt.of(name, message).handle();
    return new ReceivedMessage(
        message.id(), message.body(), handle, message.receiveCount(), message.sentAt());
  }

  @Override
  public void delete(ReceiptHandle handle) {
    MessageReceipt receipt = MessageReceipt.read(handle, name);
    lock.lock();
    try {
      settle();
      messages.find(receipt.messageId()).filter(receipt::isLatestOf).ifPresent(messages::remove);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    MessageReceipt receipt = MessageReceipt.read(handle, name);
    Duration hidden = QueueLimits.wholeSeconds(visibility, MAX_VISIBILITY);
    lock.lock();
    try {
      Instant now = settle();
      Optional<QueuedMessage> found =
          messages.find(receipt.messageId()).filter(receipt::isLatestOf).filter(messages::isHidden);
      found.ifPresent(message -> hide(message, now.plus(hidden), now));
      return found.isPresent();
    } finally {
      lock.unlock();
    }
  }

  private void hide(QueuedMessage message, Instant until, Instant now) {
    if (until.isAfter(message.receivedAt().plus(MAX_VISIBILITY))) {
      throw new IllegalArgumentException("hidden for more than 12 hours since its receipt");
    }
    messages.hide(message, until, now);
    changed.signalAll();
  }

  @Override
  public void deadLetter(ReceivedMessage message, String reason) {
    QueueLimits.requireReason(reason);
    MessageReceipt.read(message.handle(), name);
    QueueLimits.bodyBytes(message.body());
    lock.lock();
    try {
      dead.add(ids.newId().toString(), message.body(), reason, now());
      delete(message.handle());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void redrive() {
    lock.lock();
    try {
      add(dead.takeAll(), Duration.ZERO);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Depth depth() {
    lock.lock();
    try {
      settle();
      return new Depth(
          messages.readyCount(), messages.hiddenCount(), messages.delayedCount(), dead.count());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public InMemoryDeadLetters deadLetters() {
    return dead;
  }

  private Instant settle() {
    Instant now = now();
    messages.settle(now, settings.retention());
    return now;
  }

  /** SQS tells times to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
