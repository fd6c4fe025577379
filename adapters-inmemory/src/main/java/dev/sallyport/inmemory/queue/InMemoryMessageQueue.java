package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;
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
import java.util.regex.Pattern;

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
  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final String name;
  private final QueueSettings settings;
  private final Clock clock;
  private final IdGenerator ids;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final MessageTable messages = new MessageTable();
  private final DeadLetters dead = new DeadLetters();

  InMemoryMessageQueue(String name, QueueSettings settings, Clock clock, IdGenerator ids) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(String body, Duration delay) {
    MessageBody.check(body);
    Duration hidden = wholeSeconds(delay, MAX_DELAY);
    lock.lock();
    try {
      messages.add(ids.newId().toString(), body, now(), hidden);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    if (max < 1 || max > MAX_BATCH) {
      throw new IllegalArgumentException("a receive is of 1 to 10 messages");
    }
    Duration hidden = wholeSeconds(visibility, MAX_VISIBILITY);
    requireWithin(wait, MAX_WAIT);
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
    dead.add(new DeadLetter(message.id(), message.body(), MAX_RECEIVES, message.sentAt()));
  }

  private ReceivedMessage received(QueuedMessage message) {
    ReceiptHandle handle = MessageReceipt.of(name, message).handle();
    return new ReceivedMessage(
        message.id(), message.body(), handle, message.receiveCount(), message.sentAt());
  }

  @Override
  public boolean delete(ReceiptHandle handle) {
    MessageReceipt receipt = MessageReceipt.read(handle, name);
    lock.lock();
    try {
      settle();
      Optional<QueuedMessage> found = messages.find(receipt.messageId());
      boolean stale = found.isPresent() && !receipt.isLatestOf(found.get());
      if (!stale) {
        found.ifPresent(messages::remove);
      }
      return !stale;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    MessageReceipt receipt = MessageReceipt.read(handle, name);
    Duration hidden = wholeSeconds(visibility, MAX_VISIBILITY);
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
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("not a reason code");
    }
    MessageReceipt.read(message.handle(), name);
    MessageBody.check(message.body());
    lock.lock();
    try {
      dead.add(new DeadLetter(ids.newId().toString(), message.body(), reason, now()));
      delete(message.handle());
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
          messages.readyCount(), messages.hiddenCount(), messages.delayedCount(), dead.size());
    } finally {
      lock.unlock();
    }
  }

  /** Returns the dead letters, oldest first. */
  List<DeadLetter> deadLetters() {
    lock.lock();
    try {
      settle();
      return dead.all();
    } finally {
      lock.unlock();
    }
  }

  private Instant settle() {
    Instant now = now();
    messages.settle(now, settings.retention());
    dead.settle(now, settings.retention());
    return now;
  }

  /** SQS tells times to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Duration wholeSeconds(Duration time, Duration most) {
    requireWithin(time, most);
    Duration whole = time.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(time) ? whole : whole.plusSeconds(1);
  }

  private static void requireWithin(Duration time, Duration most) {
    if (time.isNegative() || time.compareTo(most) > 0) {
      throw new IllegalArgumentException("a time out of its range");
    }
  }
}
