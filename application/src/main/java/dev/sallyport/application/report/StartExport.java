package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Export.State;
import dev.sallyport.domain.report.ExportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Starts to write a file of reports; it goes on by itself. */
public final class StartExport {
  private final ExportStore exports;
  private final IdGenerator ids;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public StartExport(ExportStore exports, IdGenerator ids, Clock clock) {
    this.exports = exports;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Returns the export as it is stored.
   *
   * @throws IllegalArgumentException for more than one filter
   */
  public Export start(
      Subject requestedBy,
      Optional<ReportStatus> status,
      Optional<Severity> severity,
      Optional<Subject> assignee) {
    Export first =
        new Export(
            new ExportId(ids.newId()),
            requestedBy,
            status,
            severity,
            assignee,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            new State.Running(),
            1);
    if (!exports.create(first)) {
      throw new IllegalStateException("a random id is taken");
    }
    return first;
  }
}
