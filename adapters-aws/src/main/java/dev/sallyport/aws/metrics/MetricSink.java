package dev.sallyport.aws.metrics;

/** Where lines of metrics go: the log of the function. */
@FunctionalInterface
public interface MetricSink {
  /** Takes one JSON document without line breaks. */
  void write(String line);
}
