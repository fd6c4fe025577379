package dev.sallyport.benchmarks.sanitize;

import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Hears of verdicts by the product's own metrics, at once and without asking again and again. */
final class Verdicts implements Metrics {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Semaphore judged = new Semaphore(0);
  private final AtomicReference<String> rejection = new AtomicReference<>("");

  @Override
  public void count(String name, String... tags) {
    if (!name.equals("attachment.judged")) {
      return;
    }
    if (List.of(tags).contains("REJECTED")) {
      rejection.set(String.join(" ", tags));
    }
    judged.release();
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    // Only verdicts matter here.
  }

  /**
   * Waits for one verdict.
   *
   * @throws BenchmarkFailedException when none comes, or when one rejects a sample
   */
  void await() {
    try {
      if (!judged.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchmarkFailedException("no verdict in " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
    if (!rejection.get().isEmpty()) {
      throw new BenchmarkFailedException("a sample was rejected: " + rejection.get());
    }
  }
}
