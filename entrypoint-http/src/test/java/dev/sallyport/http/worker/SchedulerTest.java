package dev.sallyport.http.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.http.CountedMetrics;
import dev.sallyport.operations.ScheduledOperation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Duration STOP = Duration.ofSeconds(5);

  private final CountedMetrics metrics = new CountedMetrics();

  @Test
  void runsAgainAndAgainEvenAfterFailures() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    BlockingQueue<Integer> finished = new LinkedBlockingQueue<>();
    Runnable work =
        () -> {
          finished.add(runs.incrementAndGet());
          if (runs.get() < 3) {
            throw new AssertionError("even an error");
          }
        };
    try (Scheduler scheduler = scheduler(Duration.ofMillis(1), work)) {
      scheduler.start();
      for (int run = 1; run <= 4; run++) {
        assertThat(finished.poll(5, TimeUnit.SECONDS)).isEqualTo(run);
      }
    }
    assertThat(metrics.events())
        .startsWith(
            "scheduled.runs[operation, test, result, failed]",
            "scheduled.runs[operation, test, result, failed]",
            "scheduled.runs[operation, test, result, done]");
  }

  @Test
  void closingWaitsForTheRunUnderWayAndStartsNoOther() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Scheduler scheduler =
        scheduler(
            Duration.ofNanos(1000),
            () -> {
              inside.countDown();
              await(finish);
              ended.incrementAndGet();
            });
    scheduler.start();
    inside.await();
    Thread closing = Thread.ofPlatform().start(scheduler::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    finish.countDown();
    closing.join();
    assertThat(ended).hasValue(1);
  }

  @Test
  void closingDoesNotWaitForALongPause() throws InterruptedException {
    try (Scheduler scheduler = scheduler(Duration.ofDays(1), () -> {})) {
      scheduler.start();
    }
    assertThat(metrics.events()).isEmpty();
  }

  @Test
  void pausesVaryByATenth() {
    long seed = 42;
    Random random = new Random(seed);
    for (int draw = 0; draw < 1000; draw++) {
      assertThat(Scheduler.pause(Duration.ofSeconds(10), random))
          .as("seed %d, draw %d", seed, draw)
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    }
  }

  private Scheduler scheduler(Duration every, Runnable work) {
    ScheduledOperation operation =
        new ScheduledOperation() {
          @Override
          public String id() {
            return "test";
          }

          @Override
          public Duration every() {
            return every;
          }

          @Override
          public void run() {
            work.run();
          }
        };
    return new Scheduler(List.of(operation), new Random(1), STOP, metrics);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
