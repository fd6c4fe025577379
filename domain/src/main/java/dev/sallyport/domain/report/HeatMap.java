package dev.sallyport.domain.report;

import dev.sallyport.domain.report.MappedArea.Bin;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many reports came from where.
 *
 * @param area of which map
 * @param counts by bin, row by row; those without reports are left out
 */
public record HeatMap(MappedArea area, SortedMap<Bin, Long> counts) {
  /** Copies the counts; rejects bins out of bounds and counts below 1. */
  public HeatMap {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    for (var entry : counts.entrySet()) {
      Bin bin = entry.getKey();
      boolean isInside =
          bin.column() >= 0
              && bin.column() < area.columns()
              && bin.row() >= 0
              && bin.row() < area.rows();
      if (!isInside || entry.getValue() < 1) {
        throw new IllegalArgumentException("a count is positive and of a bin of the area");
      }
    }
  }

  /** Returns the count of a bin. */
  public long at(int column, int row) {
    return counts.getOrDefault(new Bin(column, row), 0L);
  }

  /** Returns how many reports there are in all bins. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the highest count; 0 without reports. */
  public long highest() {
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
