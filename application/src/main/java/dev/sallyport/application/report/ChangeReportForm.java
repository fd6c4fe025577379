package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Changes the report form, if nobody has changed it since the caller looked. Reports that were
 * accepted stay as they are.
 */
public final class ChangeReportForm {
  private final ReportFormStore forms;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ChangeReportForm(ReportFormStore forms) {
    this.forms = forms;
  }

  /**
   * Replaces all fields.
   *
   * @param expectedVersion what the caller saw; 0 for the empty form of a new deployment
   * @throws IllegalArgumentException when the fields make no form, such as with a title twice
   */
  public ChangeFormResult change(long expectedVersion, List<FieldDefinition> fields) {
    ReportForm current = forms.current();
    if (current.version() == expectedVersion) {
      ReportForm next = current.replacedBy(fields);
      if (forms.replace(next)) {
        return new ChangeFormResult.Changed(next);
      }
    }
    return new ChangeFormResult.Stale(forms.current().version());
  }
}
