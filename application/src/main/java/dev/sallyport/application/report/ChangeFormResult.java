package dev.sallyport.application.report;

import dev.sallyport.domain.report.ReportForm;

/** What became of a wish to change the report form. */
public sealed interface ChangeFormResult {
  /**
   * Changed.
   *
   * @param form as it is now
   */
  record Changed(ReportForm form) implements ChangeFormResult {}

  /**
   * Somebody else was faster.
   *
   * @param currentVersion the version to look at before trying again
   */
  record Stale(long currentVersion) implements ChangeFormResult {}
}
