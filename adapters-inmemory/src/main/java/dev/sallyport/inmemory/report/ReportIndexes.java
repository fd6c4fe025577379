package dev.sallyport.inmemory.report;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.inmemory.shared.TimeIndex;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * One sorted index for every value that a list can ask for. A report's place in an index never
 * changes, because its time of receipt does not; an assignee's index goes with its last report.
 */
final class ReportIndexes {
  private final TimeIndex<ReportId> all = new TimeIndex<>();
  private final Map<ReportStatus, TimeIndex<ReportId>> byStatus = new EnumMap<>(ReportStatus.class);
  private final Map<Severity, TimeIndex<ReportId>> bySeverity = new EnumMap<>(Severity.class);
  private final Map<Subject, TimeIndex<ReportId>> byAssignee = new HashMap<>();

  void add(Report report) {
    all.add(report.receivedAt(), report.id());
    add(bySeverity, report.submission().severity(), report);
    add(byStatus, report.triage().status(), report);
    report.triage().assignee().ifPresent(assignee -> add(byAssignee, assignee, report));
  }

  /** Takes a report out of all of them. */
  void remove(Report report) {
    all.remove(report.receivedAt(), report.id());
    remove(bySeverity, report.submission().severity(), report);
    remove(byStatus, report.triage().status(), report);
    report.triage().assignee().ifPresent(assignee -> remove(byAssignee, assignee, report));
  }

  /** Moves a report whose triage has changed; the rest of it never does. */
  void move(Report before, Report after) {
    remove(byStatus, before.triage().status(), before);
    before.triage().assignee().ifPresent(assignee -> remove(byAssignee, assignee, before));
    add(byStatus, after.triage().status(), after);
    after.triage().assignee().ifPresent(assignee -> add(byAssignee, assignee, after));
  }

  TimeIndex<ReportId> of(ReportFilter filter) {
    return switch (filter) {
      case ReportFilter.All _ -> all;
      case ReportFilter.ByStatus(ReportStatus status) -> of(byStatus, status);
      case ReportFilter.BySeverity(Severity severity) -> of(bySeverity, severity);
      case ReportFilter.ByAssignee(Subject assignee) -> of(byAssignee, assignee);
    };
  }

  private static <K> TimeIndex<ReportId> of(Map<K, TimeIndex<ReportId>> indexes, K key) {
    TimeIndex<ReportId> index = indexes.get(key);
    return index == null ? new TimeIndex<>() : index;
  }

  private static <K> void add(Map<K, TimeIndex<ReportId>> indexes, K key, Report report) {
    indexes.computeIfAbsent(key, _ -> new TimeIndex<>()).add(report.receivedAt(), report.id());
  }

  private static <K> void remove(Map<K, TimeIndex<ReportId>> indexes, K key, Report report) {
    indexes.computeIfPresent(
        key,
        (_, index) -> {
          index.remove(report.receivedAt(), report.id());
          return index.isEmpty() ? null : index;
        });
  }
}
