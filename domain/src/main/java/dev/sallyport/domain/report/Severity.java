package dev.sallyport.domain.report;

/** How bad it is, as the sender sees it; in ascending order. */
public enum Severity {
  /** A blemish. */
  LOW,
  /** Annoying. */
  MEDIUM,
  /** Stops somebody from doing something. */
  HIGH,
  /** Loses data or stops everybody. */
  CRITICAL
}
