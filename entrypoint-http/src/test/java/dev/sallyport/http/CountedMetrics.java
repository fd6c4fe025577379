package dev.sallyport.http;

import dev.sallyport.application.shared.port.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was counted and timed. */
public final class CountedMetrics implements Metrics {
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Override
  public void count(String name, String... tags) {
    events.add(name + List.of(tags));
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    events.add(name + List.of(tags));
  }

  /** Everything in its order, such as {@code messages.handled[operation, x]}. */
  public List<String> events() {
    return List.copyOf(events);
  }
}
