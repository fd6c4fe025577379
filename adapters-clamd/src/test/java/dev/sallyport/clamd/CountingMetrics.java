package dev.sallyport.clamd;

import dev.sallyport.application.shared.port.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was counted, as name and tags with spaces between. */
final class CountingMetrics implements Metrics {
  private final List<String> counted = new CopyOnWriteArrayList<>();

  @Override
  public void count(String name, String... tags) {
    counted.add(name + " " + String.join(" ", tags));
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    throw new AssertionError("nothing is timed here: " + name);
  }

  List<String> counted() {
    return List.copyOf(counted);
  }
}
