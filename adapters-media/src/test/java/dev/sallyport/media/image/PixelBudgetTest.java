package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PixelBudgetTest {
  private static final long MEBIBYTE = 1 << 20;

  private final PixelBudget budget = new PixelBudget(DataSize.ofMebibytes(10));

  private static Deadline in(Duration time) {
    return Deadline.after(time, MutableClock.atNoon());
  }

  @Test
  void whatFitsTogetherRunsTogether() {
    try (var _ = budget.take(5 * MEBIBYTE, in(Duration.ZERO));
        var _ = budget.take(5 * MEBIBYTE, in(Duration.ZERO))) {
      assertThatThrownBy(() -> budget.take(1, in(Duration.ofMillis(5))))
          .isInstanceOf(DeadlineExceededException.class);
    }
    budget.take(10 * MEBIBYTE, in(Duration.ZERO)).close();
  }

  @Test
  void whatIsLargerThanTheBudgetGoesAlone() {
    try (var _ = budget.take(1000 * MEBIBYTE, in(Duration.ZERO))) {
      assertThatThrownBy(() -> budget.take(1, in(Duration.ofMillis(5))))
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void interruptedWaitIsARetryAndStaysVisible() {
    try (var _ = budget.take(10 * MEBIBYTE, in(Duration.ZERO))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> budget.take(1, in(Duration.ofMinutes(1))))
          .isInstanceOf(DeadlineExceededException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void manyAtOnceNeverExceedTheBudget() throws Exception {
    AtomicLong inUse = new AtomicLong();
    AtomicLong most = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var jobs =
          java.util.stream.IntStream.range(0, 64)
              .<Future<?>>mapToObj(i ->
                  threads.submit(() -> {
                    long bytes = (1 + i % 7) * MEBIBYTE;
                    try (var _ = budget.take(bytes, in(Duration.ofMinutes(1)))) {
                      most.accumulateAndGet(inUse.addAndGet(bytes), Math::max);
                      Thread.onSpinWait();
                      inUse.addAndGet(-bytes);
                    }
                  }))
              .toList();
      for (Future<?> job : jobs) {
        job.get();
      }
    }
    assertThat(most.get()).isBetween(MEBIBYTE, 10 * MEBIBYTE);
    assertThat(inUse.get()).isZero();
  }
}
