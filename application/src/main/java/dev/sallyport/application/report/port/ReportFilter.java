package dev.sallyport.application.report.port;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;

/**
 * Which reports a list shows: all, or those that share one indexed attribute. Everything richer is
 * search.
 */
public sealed interface ReportFilter {
  /** Every report. */
  record All() implements ReportFilter {}

  /**
   * Those of one status.
   *
   * @param status which
   */
  record ByStatus(ReportStatus status) implements ReportFilter {}

  /**
   * Those of one severity.
   *
   * @param severity which
   */
  record BySeverity(Severity severity) implements ReportFilter {}

  /**
   * Those of one assignee.
   *
   * @param assignee who
   */
  record ByAssignee(Subject assignee) implements ReportFilter {}
}
