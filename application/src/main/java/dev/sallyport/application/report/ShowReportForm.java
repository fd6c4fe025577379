package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.domain.report.ReportForm;
import jakarta.inject.Inject;

/** Shows which custom fields a report may carry. */
public final class ShowReportForm {
  private final ReportFormStore forms;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowReportForm(ReportFormStore forms) {
    this.forms = forms;
  }

  /** Returns the form as it is now. */
  public ReportForm show() {
    return forms.current();
  }
}
