package dev.sallyport.inmemory.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.MessageQueue.Depth;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.contract.queue.DeadLetterContract;
import dev.sallyport.contract.queue.LongPollContract;
import dev.sallyport.contract.queue.MessageQueueContract;
import dev.sallyport.contract.queue.VisibilityContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InMemoryMessageQueueTest
    implements MessageQueueContract, VisibilityContract, DeadLetterContract, LongPollContract {
  private static final Duration NONE = Duration.ZERO;

  private final MutableClock clock = MutableClock.atNoon();
  private final InMemoryQueues queues =
      new InMemoryQueues(
          new QueueSettings(MessageQueueContract.MAX_RECEIVES, Duration.ofDays(4)),
          clock,
          new SequentialIds());
  private final InMemoryMessageQueue queue = queues.get("sanitize");

  @Override
  public MessageQueue queue() {
    return queue;
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public List<Dead> deadLetters(MessageQueue of) {
    return queues.get(of.name()).deadLetters().all().stream()
        .map(letter -> new Dead(letter.body(), letter.reason()))
        .toList();
  }

  @Test
  void messageIsHiddenUntilTheVeryMomentThatItsVisibilityEnds() {
    queue.send("x", NONE);
    queue.receive(1, SHORT, NONE);

    clock.advance(SHORT.minusMillis(1));
    assertThat(queue.receive(1, LONG, NONE)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(queue.receive(1, LONG, NONE)).hasSize(1);
  }

  @Test
  void fractionsOfSecondsAreRoundedUp() {
    queue.send("x", Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(999));
    assertThat(queue.receive(1, LONG, NONE)).isEmpty();
    clock.advance(Duration.ofMillis(1));

    ReceivedMessage received = queue.receive(1, Duration.ofMillis(1_001), NONE).getFirst();
    clock.advance(Duration.ofMillis(1_999));
    assertThat(queue.changeVisibility(received.handle(), Duration.ofMillis(1))).isTrue();
    clock.advance(Duration.ofMillis(999));
    assertThat(queue.receive(1, LONG, NONE)).isEmpty();
  }

  @Test
  void messageStaysHiddenForTwelveHoursAtMost() {
    queue.send("x", NONE);
    ReceivedMessage received = queue.receive(1, MessageQueue.MAX_VISIBILITY, NONE).getFirst();
    clock.advance(Duration.ofHours(1));

    assertThat(queue.changeVisibility(received.handle(), Duration.ofHours(11))).isTrue();
    assertThatThrownBy(
            () -> queue.changeVisibility(received.handle(), Duration.ofHours(11).plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);

    clock.advance(Duration.ofHours(11));
    assertThat(queue.receive(1, LONG, NONE)).hasSize(1);
  }

  @Test
  void waitingReceiveFindsWhatTheClockHasShown() throws Exception {
    queue.send("x", Duration.ofMinutes(1));
    CountDownLatch began = new CountDownLatch(1);
    FutureTask<List<ReceivedMessage>> receive =
        new FutureTask<>(() -> {
          began.countDown();
          return queue.receive(1, LONG, Duration.ofSeconds(20));
        });
    Thread.ofVirtual().start(receive);
    began.await();

    clock.advance(Duration.ofMinutes(1));

    assertThat(receive.get(10, TimeUnit.SECONDS)).hasSize(1);
  }

  @Test
  void sendWakesAReceiverAtOnceInsteadOfLettingItLookAgain() {
    MessageQueue there = queues.queue("there");
    MessageQueue back = queues.queue("back");
    int rounds = 200;
    long start = System.nanoTime();

    Race.run(n -> {
      for (int i = 0; i < rounds && n < 2; i++) {
        MessageQueue from = n == 0 ? back : there;
        if (n == 0) {
          there.send("ping", NONE);
        }
        from.delete(from.receive(1, LONG, Duration.ofSeconds(20)).getFirst().handle());
        if (n == 1) {
          back.send("pong", NONE);
        }
      }
      return n;
    });

    // A receiver that only looks again ten times a second needs some twenty seconds and more.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void interruptedReceiverGetsNothingEvenOfAFullQueue() throws Exception {
    queue.send("x", NONE);
    FutureTask<List<ReceivedMessage>> receive =
        new FutureTask<>(() -> {
          Thread.currentThread().interrupt();
          return queue.receive(1, LONG, NONE);
        });
    Thread.ofVirtual().start(receive);

    assertThat(receive.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(queue.depth()).isEqualTo(new Depth(1, 0, 0, 0));
  }

  @Test
  void messagesAndDeadLettersAreDroppedAfterTheirRetention() {
    queue.send("dead", NONE);
    queue.deadLetter(queue.receive(1, LONG, NONE).getFirst(), "unreadable");
    queue.send("hidden", NONE);
    queue.receive(1, MessageQueue.MAX_VISIBILITY, NONE);
    queue.send("visible", NONE);

    clock.advance(Duration.ofDays(4));
    assertThat(queue.depth()).isEqualTo(new Depth(2, 0, 0, 1));
    clock.advance(Duration.ofMillis(1));
    assertThat(queue.depth()).isEqualTo(new Depth(0, 0, 0, 0));
  }

  @Test
  void messageDelayedForLongerThanTheRetentionIsNeverShown() {
    QueueSettings minute = new QueueSettings(1, Duration.ofMinutes(1));
    MessageQueue brief = new InMemoryMessageQueue("brief", minute, clock, new SequentialIds());
    brief.send("x", MessageQueue.MAX_DELAY);

    clock.advance(Duration.ofMinutes(2));
    assertThat(brief.depth()).isEqualTo(new Depth(0, 0, 0, 0));
    clock.advance(MessageQueue.MAX_DELAY);
    assertThat(brief.receive(1, LONG, NONE)).isEmpty();
  }

  @Test
  void noMoreMessagesAreInFlightThanSqsAllows() {
    int over = InMemoryMessageQueue.MAX_IN_FLIGHT + 5;
    for (int i = 0; i < over; i++) {
      queue.send("x", NONE);
    }
    int received = 0;
    List<ReceivedMessage> some = queue.receive(10, LONG, NONE);
    ReceivedMessage first = some.getFirst();
    while (!some.isEmpty()) {
      received += some.size();
      some = queue.receive(10, LONG, NONE);
    }

    assertThat(received).isEqualTo(InMemoryMessageQueue.MAX_IN_FLIGHT);
    assertThat(queue.depth()).isEqualTo(new Depth(5, InMemoryMessageQueue.MAX_IN_FLIGHT, 0, 0));
    queue.delete(first.handle());
    assertThat(queue.receive(10, LONG, NONE)).hasSize(1);
  }

  @Test
  void handleOfAnotherQueueIsRefused() {
    queue.send("x", NONE);
    ReceivedMessage received = queue.receive(1, LONG, NONE).getFirst();
    MessageQueue other = queues.queue("other");

    assertThatThrownBy(() -> other.delete(received.handle()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> other.deadLetter(received, "unreadable"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void queueOfANameIsAlwaysTheSame() {
    assertThat(queues.queue("sanitize")).isSameAs(queue);
    assertThat(queues.queue("sanitize").name()).isEqualTo("sanitize");
    for (String name : List.of("", "a b", "a/b", "a".repeat(81))) {
      assertThatThrownBy(() -> queues.queue(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
