package dev.sallyport.benchmarks.frame;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what other threads do in a benchmark. */
public final class Results {
  private Results() {}

  /**
   * Returns what came of it.
   *
   * @param failure what to say when nothing did
   * @throws BenchmarkFailedException when it failed, or this thread was interrupted
   */
  public static <T> T of(Future<T> future, String failure) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    } catch (ExecutionException e) {
      throw new BenchmarkFailedException(failure, e);
    }
  }
}
