package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.Shards;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Says under which keys the indexes hold a report, and where a list looks. What one person is
 * assigned is not spread over shards: nobody can triage a thousand reports a second.
 */
final class ReportIndex {
  /** Both the assignee and the key of the index by assignee. */
  static final String ASSIGNEE_KEY = TableDefinitions.ASSIGNEE.key().partition();

  private static final String ALL = "all";
  private static final String PLACE = TableDefinitions.RECEIVED.key().sort().orElseThrow();

  private ReportIndex() {}

  /** Writes the keys that never change. */
  static void encodeFixed(Report report, ItemWriter item) {
    UUID id = report.id().value();
    item.text(PLACE, place(report).toString())
        .text(TableDefinitions.RECEIVED.key().partition(), Shards.of(ALL, id))
        .text(
            TableDefinitions.SEVERITY.key().partition(),
            Shards.of(report.submission().severity().name(), id));
  }

  /** Writes the key that changes with triage. */
  static void encodeTriage(Report report, ItemWriter item) {
    item.text(
        TableDefinitions.STATUS.key().partition(),
        Shards.of(report.triage().status().name(), report.id().value()));
  }

  static Place place(Report report) {
    return new Place(report.receivedAt(), report.id().value());
  }

  /** Returns what to read, latest first, before a place or from the latest on. */
  static IndexRange range(String table, ReportFilter filter, Optional<Place> before) {
    Bounds bounds = new Bounds.Descending(before.map(Place::toString).orElse(Bounds.END));
    return switch (filter) {
      case ReportFilter.All _ ->
          IndexRange.of(table, TableDefinitions.RECEIVED, Shards.all(ALL), bounds);
      case ReportFilter.ByStatus(ReportStatus status) ->
          IndexRange.of(table, TableDefinitions.STATUS, Shards.all(status.name()), bounds);
      case ReportFilter.BySeverity(Severity severity) ->
          IndexRange.of(table, TableDefinitions.SEVERITY, Shards.all(severity.name()), bounds);
      case ReportFilter.ByAssignee(Subject assignee) ->
          IndexRange.of(table, TableDefinitions.ASSIGNEE, List.of(assignee.value()), bounds);
    };
  }

  /** Returns all reports up to an instant, earliest first. */
  static IndexRange until(String table, Instant until) {
    return IndexRange.of(
        table,
        TableDefinitions.RECEIVED,
        Shards.all(ALL),
        new Bounds.Ascending(Bounds.BEGIN, Place.endOf(until)));
  }

  /** Tells whether a report belongs to a list; the index may not know yet that it left. */
  static boolean matches(ReportFilter filter, Report report) {
    return switch (filter) {
      case ReportFilter.All _ -> true;
      case ReportFilter.ByStatus(ReportStatus status) -> report.triage().status() == status;
      case ReportFilter.BySeverity(Severity severity) -> report.submission().severity() == severity;
      case ReportFilter.ByAssignee(Subject assignee) ->
          report.triage().assignee().equals(Optional.of(assignee));
    };
  }
}
