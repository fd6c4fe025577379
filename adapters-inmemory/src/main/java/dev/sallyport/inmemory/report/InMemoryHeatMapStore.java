package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.HeatMapStore;
import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps counters in a map of this process; which reports were counted, the reports know. */
@Singleton
final class InMemoryHeatMapStore implements HeatMapStore {
  private final Transactions transactions;
  private final InMemoryReportStore reports;
  private final Map<Key, SortedMap<MappedArea.Bin, Long>> counters = new HashMap<>();

  private record Key(String area, LocalDate day, Severity severity) {}

  @Inject
  InMemoryHeatMapStore(Transactions transactions, InMemoryReportStore reports) {
    this.transactions = transactions;
    this.reports = reports;
  }

  @Override
  public boolean count(ReportId report, HeatTile tile) {
    return transactions.write(2, () -> reports.markCounted(report) && add(tile));
  }

  private boolean add(HeatTile tile) {
    counters
        .computeIfAbsent(
            new Key(tile.area().key(), tile.day(), tile.severity()), _ -> new TreeMap<>())
        .merge(tile.bin(), 1L, Long::sum);
    return true;
  }

  @Override
  public SortedMap<MappedArea.Bin, Long> counts(MappedArea area, LocalDate day, Severity severity) {
    return transactions.read(() ->
        new TreeMap<>(
            counters.getOrDefault(
                new Key(area.key(), day, severity), Collections.emptySortedMap())));
  }
}
