package dev.sallyport.http.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells loops to end, and is what they wait on, so that no pause delays a stop. */
final class StopSignal {
  private final CountDownLatch given = new CountDownLatch(1);

  /** Ends every pause, now and later. */
  void give() {
    given.countDown();
  }

  boolean isGiven() {
    return given.getCount() == 0;
  }

  /** Waits so long, or less when the signal is given or the thread interrupted. */
  void pause(Duration time) {
    try {
      given.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
