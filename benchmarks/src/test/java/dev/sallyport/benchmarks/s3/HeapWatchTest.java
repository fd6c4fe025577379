package dev.sallyport.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class HeapWatchTest {
  private static final int SIZE = 32 << 20;

  @Test
  void whatIsHeldIsInUseAndWhatWasDroppedWasThere() {
    HeapWatch watch = HeapWatch.start();
    byte[] held = new byte[SIZE];
    try {
      System.gc();
      assertThat(watch.live()).isBetween((long) SIZE, watch.peak());
    } finally {
      Reference.reachabilityFence(held);
    }

    watch.reset();
    assertThat(watch.live()).isZero();
    assertThat(new byte[SIZE]).hasSize(SIZE);
    System.gc();
    assertThat(watch.peak()).isGreaterThan(SIZE);
  }
}
