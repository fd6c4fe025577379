package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Has another one handle messages and counts how many at once, and how many not at once. */
final class Tally implements MessageOperation {
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final MessageOperation handler;
  private final CountDownLatch open;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();

  /**
   * Waits for so many messages.
   *
   * @param count how many will be done in the end
   */
  Tally(MessageOperation handler, int count) {
    this.handler = handler;
    this.open = new CountDownLatch(count);
  }

  @Override
  public String id() {
    return handler.id();
  }

  @Override
  public String queue() {
    return handler.queue();
  }

  @Override
  public Duration visibility() {
    return handler.visibility();
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    atOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    boolean done = false;
    try {
      MessageOutcome outcome = handler.handle(message);
      done = outcome instanceof MessageOutcome.Done;
      return outcome;
    } finally {
      running.decrementAndGet();
      if (done) {
        open.countDown();
      } else {
        again.incrementAndGet();
      }
    }
  }

  /**
   * Returns when all are done.
   *
   * @throws BenchmarkFailedException when some are not in time
   */
  void await() {
    try {
      if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchmarkFailedException(
            open.getCount() + " attachments have no verdict, " + again + " were tried again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
  }

  /** Returns how many were handled at the same time at most. */
  int atOnce() {
    return atOnce.get();
  }

  /** Returns how many attempts came to no end. */
  int again() {
    return again.get();
  }
}
