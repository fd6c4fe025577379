package dev.sallyport.application.report;

import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes issues of several reports: what becomes of one says nothing of the others. */
public final class ExportManyToTracker {
  /** Most reports at once: each may have to wait for the tracker. */
  public static final int MAX = 20;

  /**
   * For how long reports are begun with. With the time that the last may take it stays below the 29
   * seconds that a gateway waits (<a
   * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">limits</a>).
   */
  public static final Duration BUDGET = Duration.ofSeconds(10);

  private final ExportToTracker exportToTracker;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ExportManyToTracker(ExportToTracker exportToTracker, Clock clock) {
    this.exportToTracker = exportToTracker;
    this.clock = clock;
  }

  /**
   * Returns what became of each report, in their order. A failure aborts nothing; when the time is
   * over, those that are left are not tried and so {@link TrackerResult.Unavailable}.
   *
   * @param reports 1 to {@link #MAX}
   * @throws IllegalArgumentException for any other number of reports
   */
  public List<TrackerResult> export(List<ReportId> reports) {
    if (reports.isEmpty() || reports.size() > MAX) {
      throw new IllegalArgumentException("1 to 20 reports at once");
    }
    Instant end = clock.instant().plus(BUDGET);
    List<TrackerResult> results = new ArrayList<>();
    for (ReportId report : reports) {
      results.add(
          clock.instant().isAfter(end)
              ? new TrackerResult.Unavailable()
              : exportToTracker.export(report));
    }
    return List.copyOf(results);
  }
}
