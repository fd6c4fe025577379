package dev.sallyport.application.sanitization;

/** What a message about an arrived object has come to. */
public sealed interface SanitizeOutcome {
  /** Nothing is left to do for this version, now or ever. */
  record Settled() implements SanitizeOutcome {}

  /**
   * Could not be settled now; the same message shall come again later.
   *
   * @param reason a stable word for logs and metrics
   */
  record RetryLater(String reason) implements SanitizeOutcome {}
}
