package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.HeatTile;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Severity;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Keeps how many reports came from where, counted as they come: reading costs as much as the bins
 * that there can be, however many reports are stored.
 */
public interface HeatMapStore {
  /**
   * Adds one to a tile and marks the report as counted, in one transaction, if it exists and was
   * not counted before. So a redelivered event counts once, and none of a report that was erased.
   *
   * @return whether it counts now
   */
  boolean count(ReportId report, HeatTile tile);

  /** Returns the counts of one day and severity; bins without reports are left out. */
  SortedMap<MappedArea.Bin, Long> counts(MappedArea area, LocalDate day, Severity severity);
}
