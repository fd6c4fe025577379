package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Triage;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes what the team thinks of a report, if nobody has changed it since the caller looked. */
public final class TriageReport {
  private final ReportStore reports;
  private final IdGenerator ids;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public TriageReport(ReportStore reports, IdGenerator ids, Clock clock) {
    this.reports = reports;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Applies the change to exactly the version that the caller saw. A change that changes nothing
   * makes no version and no event.
   *
   * @param expectedVersion what the caller saw
   */
  public TriageResult change(ReportId id, long expectedVersion, Triage.Change change) {
    Optional<Report> found = reports.find(id);
    if (found.isEmpty()) {
      return new TriageResult.Absent();
    }
    Report current = found.get();
    if (current.version() != expectedVersion) {
      return new TriageResult.Stale(current.version());
    }
    Report next = current.triaged(change);
    return next.version() == current.version() ? new TriageResult.Changed(current) : store(next);
  }

  private TriageResult store(Report next) {
    Instant now = clock.instant();
    ReportChanged event =
        new ReportChanged(new EventId(ids.newId()), now, next.id(), next.version());
    return switch (reports.update(next, List.of(event))) {
      case UpdateOutcome.Updated _ -> new TriageResult.Changed(next);
      case UpdateOutcome.Stale _ -> stale(next.id());
    };
  }

  private TriageResult stale(ReportId id) {
    return reports
        .find(id)
        .<TriageResult>map(report -> new TriageResult.Stale(report.version()))
        .orElseGet(TriageResult.Absent::new);
  }
}
