package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Severity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tiles by the report that was counted there. */
public final class FakeHeatMaps implements HeatMapStore {
  private final FakeReports reports;
  private final Map<ReportId, HeatTile> counted = new HashMap<>();

  FakeHeatMaps(FakeReports reports) {
    this.reports = reports;
  }

  @Override
  public boolean count(ReportId report, HeatTile tile) {
    return reports.find(report).isPresent() && counted.putIfAbsent(report, tile) == null;
  }

  @Override
  public SortedMap<MappedArea.Bin, Long> counts(MappedArea area, LocalDate day, Severity severity) {
    SortedMap<MappedArea.Bin, Long> counts = new TreeMap<>();
    for (HeatTile tile : counted.values()) {
      if (tile.day().equals(day) && tile.severity() == severity) {
        counts.merge(tile.bin(), 1L, Long::sum);
      }
    }
    return counts;
  }
}
