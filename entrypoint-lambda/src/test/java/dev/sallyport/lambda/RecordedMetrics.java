package dev.sallyport.lambda;

import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.aws.metrics.MetricFlush;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was counted and timed, and what became of it. */
final class RecordedMetrics implements Metrics, MetricFlush {
  /** Counted or timed and neither written nor forgotten yet. */
  final List<String> pending = new ArrayList<>();

  /** Written. */
  final List<String> flushed = new ArrayList<>();

  int flushes;

  @Override
  public void count(String name, String... tags) {
    pending.add(name + " " + String.join(" ", tags));
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    pending.add(name + " " + String.join(" ", tags));
  }

  @Override
  public void flush() {
    flushes++;
    flushed.addAll(pending);
    pending.clear();
  }

  @Override
  public void discard() {
    pending.clear();
  }
}
