package dev.sallyport.aws.metrics;

/** Writes what was counted. */
@FunctionalInterface
public interface MetricFlush {
  /** Writes everything counted since the last time and forgets it; never fails. */
  void flush();
}
