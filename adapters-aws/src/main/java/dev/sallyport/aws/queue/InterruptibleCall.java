package dev.sallyport.aws.queue;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a blocking call that an interrupt ends at once.
 *
 * <p>A platform thread that reads from a socket does not notice an interrupt; a virtual one does,
 * and its socket is closed (see {@link java.net.Socket#getInputStream}). So the call runs on a
 * virtual thread and the caller's waits for it.
 */
final class InterruptibleCall {
  private InterruptibleCall() {}

  /**
   * Returns what the call returns, or throws what it throws; returns nothing when this thread is
   * interrupted, and leaves it so.
   */
  static <T> Optional<T> run(Supplier<T> call) {
    if (Thread.currentThread().isInterrupted()) {
      return Optional.empty();
    }
    FutureTask<T> task = new FutureTask<>(call::get);
    Thread.ofVirtual().name("long-poll").start(task);
    try {
      return Optional.of(task.get());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("a supplier throws nothing checked", thrown);
  }
}
