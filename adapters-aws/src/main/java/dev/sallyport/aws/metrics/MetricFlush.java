package dev.sallyport.aws.metrics;

/** Writes what was counted. */
public interface MetricFlush {
  /** Writes everything counted since the last time and forgets it; never fails. */
  void flush();

  /** Forgets everything counted since the last time, which was only practice. */
  void discard();
}
