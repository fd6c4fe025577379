package dev.sallyport.aws.metrics;

import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects counts and times and writes them as CloudWatch's <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>: a document for each combination of tags.
 *
 * <p>Between two flushes at most {@value #MOST_SERIES} combinations of name and tags and {@value
 * #MOST_VALUES} times are kept; what comes after that is not kept but counted, as {@value
 * #DROPPED}. Names and tags that CloudWatch would not take are dropped in the same way.
 */
@Singleton
final class EmfMetrics implements Metrics, MetricFlush {
  /** Counts what could not be kept. */
  static final String DROPPED = "metrics.dropped";

  static final int MOST_SERIES = 1000;
  static final int MOST_VALUES = 10_000;

  private static final double NANOS_PER_MILLI = 1e6;

  private final EmfSettings settings;
  private final MetricSink sink;
  private final Clock clock;

  private Map<Dimensions, Map<String, Series>> collected = new LinkedHashMap<>(); // guarded by this
  private int series; // guarded by this
  private int values; // guarded by this
  private long dropped; // guarded by this

  @Inject
  EmfMetrics(EmfSettings settings, MetricSink sink, Clock clock) {
    this.settings = settings;
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public synchronized void count(String name, String... tags) {
    find(name, Unit.COUNT, tags).ifPresentOrElse(Series::increment, () -> dropped++);
  }

  @Override
  public synchronized void time(String name, Duration took, String... tags) {
    Optional<Series> found =
        values < MOST_VALUES ? find(name, Unit.MILLISECONDS, tags) : Optional.empty();
    if (found.isEmpty()) {
      dropped++;
    } else {
      values++;
      found.get().add(took.toNanos() / NANOS_PER_MILLI);
    }
  }

  private Optional<Series> find(String name, Unit unit, String... tags) {
    Optional<Dimensions> dimensions = Dimensions.of(settings.function(), tags);
    if (dimensions.isEmpty() || !dimensions.get().isFreeFor(name)) {
      return Optional.empty();
    }
    Map<String, Series> ofTags = collected.get(dimensions.get());
    Series known = ofTags == null ? null : ofTags.get(name);
    if (known != null) {
      return Optional.of(known).filter(one -> one.unit() == unit);
    }
    if (series >= MOST_SERIES) {
      return Optional.empty();
    }
    series++;
    Series made = new Series(unit, new ArrayList<>());
    collected.computeIfAbsent(dimensions.get(), ignored -> new LinkedHashMap<>()).put(name, made);
    return Optional.of(made);
  }

  @Override
  public void flush() {
    Map<Dimensions, Map<String, Series>> written = take();
    EmfDocument document = new EmfDocument(settings.namespace(), clock.millis());
    written.forEach(
        (dimensions, ofTags) -> document.write(dimensions, ofTags).forEach(sink::write));
  }

  @Override
  public void discard() {
    take();
  }

  private synchronized Map<Dimensions, Map<String, Series>> take() {
    if (dropped > 0) {
      Series lost = new Series(Unit.COUNT, new ArrayList<>(List.of((double) dropped)));
      Dimensions.of(settings.function())
          .ifPresent(own ->
              collected.computeIfAbsent(own, ignored -> new LinkedHashMap<>()).put(DROPPED, lost));
    }
    Map<Dimensions, Map<String, Series>> taken = collected;
    collected = new LinkedHashMap<>();
    series = 0;
    values = 0;
    dropped = 0;
    return taken;
  }

  /** What a metric counts in, as CloudWatch names it. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String wireName;

    Unit(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  /**
   * The numbers of one metric.
   *
   * @param values one sum of a count, every single time of a timer
   */
  record Series(Unit unit, List<Double> values) {
    void increment() {
      if (values.isEmpty()) {
        values.add(1.0);
      } else {
        values.set(0, values.getFirst() + 1);
      }
    }

    void add(double value) {
      values.add(value);
    }
  }
}
