package dev.sallyport.application.report;

import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.application.report.port.IssueTracker.Creation;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.IssueLink.State;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes an issue of a report, once: the link is stored before the tracker is asked, so whoever
 * comes later knows that there may be an issue, and looks for it before making another.
 */
public final class ExportToTracker {
  private final Optional<IssueTracker> tracker;
  private final TrackerMappingStore mappings;
  private final ReportStore reports;
  private final IssueLinkStore links;
  private final Metrics metrics;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ExportToTracker(
      Optional<IssueTracker> tracker,
      TrackerMappingStore mappings,
      ReportStore reports,
      IssueLinkStore links,
      Metrics metrics,
      Clock clock) {
    this.tracker = tracker;
    this.mappings = mappings;
    this.reports = reports;
    this.links = links;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Makes the issue of a report, or counts it on the issue of its original. */
  public TrackerResult export(ReportId id) {
    TrackerResult result = attempt(id);
    metrics.count(
        "tracker.export", "outcome", result.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    return result;
  }

  private TrackerResult attempt(ReportId id) {
    if (tracker.isEmpty()) {
      return new TrackerResult.NoTracker();
    }
    try {
      Optional<Report> report = reports.find(id);
      return report.isEmpty() ? new TrackerResult.Absent() : export(report.get(), tracker.get());
    } catch (PortUnavailableException | CorruptDataException e) {
      return new TrackerResult.Unavailable();
    } catch (OutcomeUnknownException e) {
      return new TrackerResult.Unknown();
    }
  }

  private TrackerResult export(Report report, IssueTracker issues) {
    Optional<ReportId> original = report.triage().duplicateOf();
    if (original.isPresent()
        && links.count(report.id(), original.get())
            instanceof IssueLinkStore.Count.Counted(IssueKey key, long occurrences, boolean _)) {
      return new TrackerResult.Counted(key, occurrences);
    }
    Optional<IssueLink> link = links.find(report.id());
    Optional<IssueKey> known = link.flatMap(IssueLink::key);
    if (known.isPresent()) {
      return new TrackerResult.AlreadyExported(known.get());
    }
    if (original.isPresent()) {
      return new TrackerResult.OriginalFirst();
    }
    return link.isPresent()
        ? again(report, link.get(), issues)
        : set(report, IssueLink.begun(report.id(), now()), issues);
  }

  private TrackerResult again(Report report, IssueLink link, IssueTracker issues) {
    return switch (link.state()) {
      case State.Free _ -> set(report, link.again(now()), issues);
      case State.Exported(IssueKey key, Instant _) -> new TrackerResult.AlreadyExported(key);
      case State.Exporting(Instant since) -> look(report, link, since, issues);
    };
  }

  private TrackerResult look(Report report, IssueLink link, Instant since, IssueTracker issues) {
    Optional<IssueKey> found;
    try {
      found = issues.find(report.id());
    } catch (PortUnavailableException e) {
      return new TrackerResult.Unknown();
    }
    if (found.isPresent()) {
      return keep(link, found.get());
    }
    Instant now = now();
    return now.isBefore(since.plus(IssueLink.SETTLES))
        ? new TrackerResult.Unknown()
        : set(report, link.again(now), issues);
  }

  /**
   * Sets out: from here on there may be an issue. Whoever loses the race leaves it to the other.
   */
  private TrackerResult set(Report report, IssueLink begun, IssueTracker issues) {
    Optional<IssueDraft> draft = mappings.current().draft(report);
    if (draft.isEmpty()) {
      return new TrackerResult.NoProject();
    }
    if (!links.put(begun)) {
      return lost(report.id());
    }
    try {
      return switch (issues.create(draft.get())) {
        case Creation.Created(IssueKey key) -> keep(begun, key);
        case Creation.Rejected rejected -> {
          free(begun);
          yield new TrackerResult.Rejected(rejected.fields());
        }
      };
    } catch (PortUnavailableException e) {
      free(begun);
      throw e;
    }
  }

  private TrackerResult keep(IssueLink link, IssueKey key) {
    try {
      return links.put(link.exported(key, now()))
          ? new TrackerResult.Exported(key)
          : lost(link.report());
    } catch (PortUnavailableException e) {
      // There is an issue: it is found by what it carries, the next time that somebody asks.
      return new TrackerResult.Unknown();
    }
  }

  private TrackerResult lost(ReportId id) {
    return links
        .find(id)
        .flatMap(IssueLink::key)
        .<TrackerResult>map(TrackerResult.AlreadyExported::new)
        .orElseGet(() ->
            reports.find(id).isPresent()
                ? new TrackerResult.Unknown()
                : new TrackerResult.Absent());
  }

  /** Links keep times to the millisecond, as all that is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Says that there is no issue. Without it the next attempt only has to wait and look. */
  private void free(IssueLink link) {
    try {
      metrics.count("tracker.freed", "stored", Boolean.toString(links.put(link.freed())));
    } catch (PortUnavailableException | OutcomeUnknownException e) {
      metrics.count("tracker.freed", "stored", "unknown");
    }
  }
}
