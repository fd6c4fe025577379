package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.LinkOutcome;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
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
   * @param caller who is signed in: the change counts as theirs
   */
  public TriageResult change(
      ReportId id, long expectedVersion, Triage.Change change, Subject caller) {
    Optional<Report> found = reports.find(id);
    if (found.isEmpty()) {
      return new TriageResult.Absent();
    }
    Report current = found.get();
    if (current.version() != expectedVersion) {
      return new TriageResult.Stale(current.version());
    }
    if (current.triage().hasNoRoomFor(change)) {
      return new TriageResult.BookmarksFull();
    }
    if (isItself(id, change)) {
      return new TriageResult.NoOriginal();
    }
    return change(current, current.triaged(change), caller);
  }

  private static boolean isItself(ReportId id, Triage.Change change) {
    return change.duplicateOf().flatMap(original -> original).filter(id::equals).isPresent();
  }

  private TriageResult change(Report current, Report next, Subject caller) {
    if (next.version() == current.version()) {
      return new TriageResult.Changed(current);
    }
    Optional<ReportId> original = next.triage().duplicateOf();
    boolean isNewOriginal =
        original.isPresent() && !original.equals(current.triage().duplicateOf());
    return isNewOriginal ? storeAsDuplicate(next, caller) : store(next, caller);
  }

  private TriageResult store(Report next, Subject caller) {
    return switch (reports.update(next, events(next, caller))) {
      case UpdateOutcome.Updated _ -> new TriageResult.Changed(next);
      case UpdateOutcome.Stale _ -> stale(next.id());
    };
  }

  private TriageResult storeAsDuplicate(Report next, Subject caller) {
    return switch (reports.updateAsDuplicate(next, events(next, caller))) {
      case LinkOutcome.Linked _ -> new TriageResult.Changed(next);
      case LinkOutcome.Stale _ -> stale(next.id());
      case LinkOutcome.NoOriginal _ -> new TriageResult.NoOriginal();
    };
  }

  private List<DomainEvent> events(Report next, Subject caller) {
    Instant now = clock.instant();
    return List.of(
        new ReportChanged(new EventId(ids.newId()), now, next.id(), next.version()),
        new ContributionMade(new EventId(ids.newId()), now, caller, Contribution.TRIAGE));
  }

  private TriageResult stale(ReportId id) {
    return reports
        .find(id)
        .<TriageResult>map(report -> new TriageResult.Stale(report.version()))
        .orElseGet(TriageResult.Absent::new);
  }
}
