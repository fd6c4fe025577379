package dev.sallyport.domain.profile;

/** What is counted of what users do. */
public enum Contribution {
  /** Sent a report while signed in. */
  REPORT,
  /** Wrote a comment. */
  COMMENT,
  /** Changed the triage of a report. */
  TRIAGE
}
