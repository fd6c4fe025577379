package dev.sallyport.application.report;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Counts an accepted report where it came from, once however often it is told of it. */
public final class CountReport {
  private final ReportStore reports;
  private final HeatMapStore counters;
  private final MappedAreas areas;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public CountReport(
      ReportStore reports, HeatMapStore counters, MappedAreas areas, Metrics metrics) {
    this.reports = reports;
    this.counters = counters;
    this.areas = areas;
    this.metrics = metrics;
  }

  /**
   * Counts the report, if it says where it happened, that is within a mapped area, and it was not
   * counted before.
   */
  public void count(ReportId id) {
    Optional<HeatTile> tile = reports.find(id).flatMap(this::tile);
    if (tile.isPresent() && counters.count(id, tile.get())) {
      metrics.count("heatmap.counted");
    }
  }

  private Optional<HeatTile> tile(Report report) {
    LocalDate day = LocalDate.ofInstant(report.receivedAt(), ZoneOffset.UTC);
    return report
        .submission()
        .position()
        .flatMap(position -> areas.find(position.map()).flatMap(area -> tile(area, report, day)));
  }

  private static Optional<HeatTile> tile(MappedArea area, Report report, LocalDate day) {
    return report
        .submission()
        .position()
        .flatMap(area::binOf)
        .map(bin -> new HeatTile(area, day, report.submission().severity(), bin));
  }
}
