package dev.sallyport.domain.report;

/**
 * What the team has made of a report; any status may follow any other, because people change their
 * minds.
 */
public enum ReportStatus {
  /** Nobody has decided anything. */
  NEW,
  /** Understood and accepted. */
  TRIAGED,
  /** Being worked on. */
  IN_PROGRESS,
  /** Done. */
  RESOLVED,
  /** The same as another report. */
  DUPLICATE,
  /** Not a defect, or not ours. */
  REJECTED
}
