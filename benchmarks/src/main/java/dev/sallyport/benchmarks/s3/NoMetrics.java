package dev.sallyport.benchmarks.s3;

import dev.sallyport.application.shared.port.Metrics;
import java.time.Duration;

/** Counts nothing. */
enum NoMetrics implements Metrics {
  /** The only one. */
  INSTANCE;

  @Override
  public void count(String name, String... tags) {
    // The ledger tells all that is asked here.
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    // As above.
  }
}
