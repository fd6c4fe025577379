package dev.sallyport.application.report;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.domain.report.HeatMap;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.Severity;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows where the reports of some days came from. */
public final class ShowHeatMap {
  /** Most days at once: each is read by itself, for each severity. */
  public static final int MAX_DAYS = 31;

  private static final int DEFAULT_DAYS = 7;

  private final HeatMapStore counters;
  private final MappedAreas areas;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowHeatMap(HeatMapStore counters, MappedAreas areas, Clock clock) {
    this.counters = counters;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * Days in UTC, both ends included.
   *
   * @param from the first
   * @param to the last
   */
  public record Days(LocalDate from, LocalDate to) {
    /** Rejects no days and more than {@link #MAX_DAYS}. */
    public Days {
      if (from.isAfter(to) || from.plusDays(MAX_DAYS).compareTo(to) <= 0) {
        throw new IllegalArgumentException("1 to 31 days");
      }
    }
  }

  /** Returns the days that somebody asks for who names one end or none: a week, up to today. */
  public Optional<Days> days(Optional<LocalDate> from, Optional<LocalDate> to) {
    LocalDate last =
        to.orElseGet(() ->
            from.map(day -> day.plusDays(DEFAULT_DAYS - 1L))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    LocalDate first = from.orElse(last.minusDays(DEFAULT_DAYS - 1L));
    boolean fits = !first.isAfter(last) && first.plusDays(MAX_DAYS).isAfter(last);
    return fits ? Optional.of(new Days(first, last)) : Optional.empty();
  }

  /**
   * Returns the counts, or nothing when the map is not one that is counted.
   *
   * @param severity only of this one; of all when there is none
   */
  public Optional<HeatMap> show(String map, Days days, Optional<Severity> severity) {
    Set<Severity> severities = severity.map(Set::of).orElse(EnumSet.allOf(Severity.class));
    return areas.find(map).map(area -> sum(area, days, severities));
  }

  private HeatMap sum(MappedArea area, Days days, Set<Severity> severities) {
    SortedMap<MappedArea.Bin, Long> sum = new TreeMap<>();
    for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
      for (Severity severity : severities) {
        counters.counts(area, day, severity).forEach((bin, n) -> sum.merge(bin, n, Long::sum));
      }
    }
    return new HeatMap(area, sum);
  }
}
