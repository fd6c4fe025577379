package dev.sallyport.operations.fake;

import dev.sallyport.application.shared.port.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was counted, such as {@code http.requests operation=showStatus status=200}. */
public final class FakeMetrics implements Metrics {
  public final List<String> counted = new ArrayList<>();
  public final List<String> timed = new ArrayList<>();

  @Override
  public void count(String name, String... tags) {
    counted.add(name + text(tags));
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    timed.add(name + text(tags));
  }

  private static String text(String... tags) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tags.length; i += 2) {
      text.append(' ').append(tags[i]).append('=').append(tags[i + 1]);
    }
    return text.toString();
  }
}
