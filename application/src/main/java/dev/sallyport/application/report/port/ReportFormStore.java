package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.ReportForm;

/** Keeps the one report form of the deployment. */
public interface ReportFormStore {
  /**
   * Returns the form as it is now; {@link ReportForm#EMPTY} when none was ever stored. May be
   * seconds old.
   */
  ReportForm current();

  /**
   * Stores the next version, if the stored one is the version before it.
   *
   * @return whether it is stored
   * @throws IllegalArgumentException when its texts have more than {@link
   *     ReportStore#MAX_TEXT_BYTES} bytes of UTF-8
   */
  boolean replace(ReportForm next);
}
