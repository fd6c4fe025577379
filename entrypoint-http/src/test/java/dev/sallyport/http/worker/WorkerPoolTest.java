package dev.sallyport.http.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.http.CountedMetrics;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final WorkerSettings SETTINGS =
      new WorkerSettings(2, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(4));

  private final ScriptedQueue queue = new ScriptedQueue();
  private final CountedMetrics metrics = new CountedMetrics();

  @Test
  void deletesAMessageThatIsDone() {
    try (WorkerPool pool = pool(LONG, message -> new MessageOutcome.Done())) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("delete a");
    }
    assertThat(metrics.events()).contains("messages.handled[operation, test, result, done]");
  }

  @Test
  void hidesAMessageThatIsToBeRetriedForItsDelay() {
    MessageOutcome outcome = new MessageOutcome.RetryAfter(Duration.ofSeconds(30), "busy");
    try (WorkerPool pool = pool(LONG, message -> outcome)) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("hide a PT30S");
    }
  }

  @Test
  void movesAMessageThatNeverSucceedsToTheDeadLetters() {
    try (WorkerPool pool = pool(LONG, message -> new MessageOutcome.DeadLetter("malformed"))) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("dead a malformed");
    }
  }

  @Test
  void leavesAMessageAloneWhenItsHandlerThrowsAndTakesTheNext() {
    Function<IncomingMessage, MessageOutcome> handler =
        message -> {
          if (message.body().equals("bad")) {
            throw new StackOverflowError("even an error");
          }
          return new MessageOutcome.Done();
        };
    try (WorkerPool pool = pool(LONG, handler)) {
      pool.start();
      queue.send("bad");
      queue.send("bad");
      queue.send("bad");
      queue.send("good");
      assertThat(queue.nextEvent()).isEqualTo("delete good");
    }
    assertThat(queue.events()).isEmpty();
    assertThat(metrics.events()).contains("messages.handled[operation, test, result, failed]");
  }

  @Test
  void extendsTheVisibilityWhileAHandlerWorks() throws InterruptedException {
    CountDownLatch finish = new CountDownLatch(1);
    try (WorkerPool pool = pool(Duration.ofMillis(20), message -> doneAfter(finish))) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("hide a PT0.02S");
      assertThat(queue.nextEvent()).isEqualTo("hide a PT0.02S");
      finish.countDown();
      String last = queue.nextEvent();
      while (last.startsWith("hide")) {
        last = queue.nextEvent();
      }
      assertThat(last).isEqualTo("delete a");
    }
    assertThat(queue.events()).as("nothing is extended after it is settled").isEmpty();
  }

  @Test
  void triesAnExtensionThatFailedAgain() {
    CountDownLatch finish = new CountDownLatch(1);
    queue.failedExtensions.set(2);
    try (WorkerPool pool = pool(Duration.ofMillis(40), message -> doneAfter(finish))) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("extension failed");
      assertThat(queue.nextEvent()).isEqualTo("extension failed");
      assertThat(queue.nextEvent()).isEqualTo("hide a PT0.04S");
      finish.countDown();
    }
  }

  @Test
  void stopsExtendingWhatSomebodyElseHas() {
    CountDownLatch finish = new CountDownLatch(1);
    queue.holds = false;
    try (WorkerPool pool = pool(Duration.ofMillis(2), message -> doneAfter(finish))) {
      pool.start();
      queue.send("a");
      assertThat(queue.nextEvent()).isEqualTo("hide a PT0.002S");
      queue.send("b");
      assertThat(queue.nextEvent()).isEqualTo("hide b PT0.002S");
      finish.countDown();
      assertThat(List.of(queue.nextEvent(), queue.nextEvent()))
          .containsExactlyInAnyOrder("delete a", "delete b");
    }
  }

  @Test
  void receivesAgainAfterFailures() {
    queue.failures.set(5);
    try (WorkerPool pool = pool(LONG, message -> new MessageOutcome.Done())) {
      queue.send("a");
      pool.start();
      for (int failure = 0; failure < 5; failure++) {
        assertThat(queue.nextEvent()).isEqualTo("receive failed");
      }
      assertThat(queue.nextEvent()).isEqualTo("delete a");
    }
  }

  @Test
  void handlesAsManyMessagesAtOnceAsItHasWorkers() throws InterruptedException {
    CountDownLatch bothInside = new CountDownLatch(2);
    Function<IncomingMessage, MessageOutcome> handler =
        message -> {
          bothInside.countDown();
          return doneAfter(bothInside);
        };
    try (WorkerPool pool = pool(LONG, handler)) {
      pool.start();
      queue.send("a");
      queue.send("b");
      assertThat(List.of(queue.nextEvent(), queue.nextEvent()))
          .containsExactlyInAnyOrder("delete a", "delete b");
    }
  }

  @Test
  void closingFinishesTheMessageInHandAndLeavesTheOthers() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch finish = new CountDownLatch(1);
    WorkerPool pool =
        pool(
            LONG,
            message -> {
              inside.countDown();
              return doneAfter(finish);
            });
    pool.start();
    queue.send("a");
    queue.send("b");
    inside.await();
    Thread closing = Thread.ofVirtual().start(pool::close);
    queue.send("late");
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    finish.countDown();
    closing.join();
    assertThat(queue.events()).containsExactlyInAnyOrder("delete a", "delete b");
    assertThat(queue.depth().visible()).isEqualTo(1);
  }

  @Test
  void closingInterruptsAHandlerThatOutlastsTheStopTime() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    WorkerPool pool =
        pool(
            LONG,
            Duration.ofMillis(20),
            message -> {
              inside.countDown();
              try {
                return doneAfter(new CountDownLatch(1));
              } finally {
                interrupted.countDown();
              }
            });
    pool.start();
    queue.send("a");
    inside.await();
    pool.close();
    interrupted.await();
    assertThat(queue.events()).doesNotContain("delete a");
  }

  @Test
  void anOperationNeedsItsQueue() {
    assertThatThrownBy(() ->
            new WorkerPool(
                List.of(operation(LONG, message -> new MessageOutcome.Done())),
                List.of(),
                SETTINGS,
                STOP,
                metrics))
        .hasMessage("there is no queue scripted");
  }

  private WorkerPool pool(Duration visibility, Function<IncomingMessage, MessageOutcome> handler) {
    return pool(visibility, STOP, handler);
  }

  private WorkerPool pool(
      Duration visibility, Duration stop, Function<IncomingMessage, MessageOutcome> handler) {
    return new WorkerPool(
        List.of(operation(visibility, handler)), List.of(queue), SETTINGS, stop, metrics);
  }

  private static MessageOutcome doneAfter(CountDownLatch latch) {
    try {
      latch.await();
      return new MessageOutcome.Done();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static MessageOperation operation(
      Duration visibility, Function<IncomingMessage, MessageOutcome> handler) {
    return new MessageOperation() {
      @Override
      public String id() {
        return "test";
      }

      @Override
      public String queue() {
        return "scripted";
      }

      @Override
      public Duration visibility() {
        return visibility;
      }

      @Override
      public MessageOutcome handle(IncomingMessage message) {
        return handler.apply(message);
      }
    };
  }
}
