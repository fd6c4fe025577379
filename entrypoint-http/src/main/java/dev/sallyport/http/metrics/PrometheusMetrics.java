package dev.sallyport.http.metrics;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.shared.port.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and times in memory and writes everything in the <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format">Prometheus
 * text format</a>.
 *
 * <p>At most {@value #MOST_SERIES} combinations of name and tags are kept, counters and timers
 * each; what comes after that is not counted. So a tag that somebody lets a caller choose costs
 * numbers and never memory.
 */
@Singleton
public final class PrometheusMetrics implements Metrics {
  /** The media type of {@link #text}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  static final int MOST_SERIES = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(PrometheusMetrics.class);

  private static final Duration[] BUCKETS =
      List.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 60_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  /** Makes one without any numbers. */
  @Inject
  public PrometheusMetrics() {}

  private record Series(String name, List<String> tags) {}

  @Override
  public void count(String name, String... tags) {
    meter(counters, name, tags, key -> registry.counter(key.name, tags(key)))
        .ifPresent(Counter::increment);
  }

  @Override
  public void time(String name, Duration took, String... tags) {
    meter(timers, name, tags, this::timer).ifPresent(timer -> timer.record(took));
  }

  /** Adds the memory, threads and processor time of this process. */
  public void watchProcess() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Adds how many messages are where in each queue; asked for when somebody fetches. */
  public void watch(Collection<MessageQueue> queues) {
    for (MessageQueue queue : queues) {
      watch(queue, "visible", MessageQueue.Depth::visible);
      watch(queue, "hidden", MessageQueue.Depth::hidden);
      watch(queue, "delayed", MessageQueue.Depth::delayed);
      watch(queue, "dead", MessageQueue.Depth::dead);
    }
  }

  /** Writes all numbers as they are now. */
  public String text() {
    return registry.scrape();
  }

  private void watch(MessageQueue queue, String state, ToLongFunction<MessageQueue.Depth> which) {
    Gauge.builder("queue.messages", queue, watched -> which.applyAsLong(watched.depth()))
        .tags("queue", queue.name(), "state", state)
        .register(registry);
  }

  private Timer timer(Series key) {
    return Timer.builder(key.name)
        .tags(tags(key))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /**
   * Finds or makes a meter; nothing when there are too many, or when Micrometer takes none such.
   */
  private static <M> Optional<M> meter(
      Map<Series, M> meters, String name, String[] tags, Function<Series, M> maker) {
    Series key = new Series(name, List.of(tags));
    @Nullable M known = meters.get(key);
    if (known != null || meters.size() >= MOST_SERIES) {
      return Optional.ofNullable(known);
    }
    try {
      return Optional.of(meters.computeIfAbsent(key, maker));
    } catch (IllegalArgumentException mismatch) {
      LOG.atWarn()
          .addKeyValue("code", "metric_refused")
          .addKeyValue("metric", name)
          .log("not counted");
      return Optional.empty();
    }
  }

  private static String[] tags(Series key) {
    return key.tags.toArray(String[]::new);
  }
}
