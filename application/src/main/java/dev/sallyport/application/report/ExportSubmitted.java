package dev.sallyport.application.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerMapping.Mode;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes an issue of an accepted report where the team wants that of every report. */
public final class ExportSubmitted {
  private final TrackerMappingStore mappings;
  private final ExportToTracker exportToTracker;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ExportSubmitted(TrackerMappingStore mappings, ExportToTracker exportToTracker) {
    this.mappings = mappings;
    this.exportToTracker = exportToTracker;
  }

  /** Returns what became of it; nothing when only triagers make issues. */
  public Optional<TrackerResult> export(ReportId report) {
    return switch (mappings.current().mode()) {
      case Mode.MANUAL -> Optional.empty();
      case Mode.AUTOMATIC -> Optional.of(exportToTracker.export(report));
    };
  }
}
