package dev.sallyport.web.tracker;

import dev.sallyport.application.shared.port.Metrics;
import java.time.Duration;

/** Counts nothing. */
final class NoMetrics implements Metrics {
  @Override
  public void count(String name, String... tags) {}

  @Override
  public void time(String name, Duration took, String... tags) {}
}
