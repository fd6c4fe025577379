package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.VerdictChange;

/** What looking at a verdict again has come to. */
sealed interface Rejudged {
  /** It is none of the job's. */
  record PassedOver() implements Rejudged {}

  /** It came out as it was. */
  record Unchanged() implements Rejudged {}

  /**
   * It came out differently, and everybody can see that.
   *
   * @param change how
   */
  record Changed(VerdictChange change) implements Rejudged {
    /** Tells whether something was served that is not served any more. */
    boolean isRetraction() {
      return change.before().verdict().isServed() && !change.after().verdict().isServed();
    }
  }

  /** The original is gone, so that the verdict stands. */
  record WithoutOriginal() implements Rejudged {}

  /** The checks outlasted their deadline; nothing was decided. */
  record TimedOut() implements Rejudged {}

  /**
   * Nothing was decided; another attempt may.
   *
   * @param reason a stable word for logs and metrics
   */
  record Waiting(String reason) implements Rejudged {}
}
