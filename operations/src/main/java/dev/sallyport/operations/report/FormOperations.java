package dev.sallyport.operations.report;

import dev.sallyport.application.report.ChangeFormResult;
import dev.sallyport.application.report.ChangeReportForm;
import dev.sallyport.application.report.ShowReportForm;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.EntityTag;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.Violation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Shows and changes which custom fields a report may carry. */
final class FormOperations {
  private static final String PATH = "/service/clientconfiguration";
  private static final int MAX_BODY = 256 * 1024;

  private final ShowReportForm showForm;
  private final ChangeReportForm changeForm;

  @Inject
  FormOperations(ShowReportForm showForm, ChangeReportForm changeForm) {
    this.showForm = showForm;
    this.changeForm = changeForm;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showReportForm", "GET", PATH, AccessRule.PUBLIC)
            .summary("Shows the custom fields that a report may carry.")
            .answers(200, "The report form; its version is the entity tag.", FormJson.SHAPE)
            .calls(this::show),
        HttpOperation.of("changeReportForm", "PUT", PATH, AccessRule.ADMIN)
            .summary("Replaces the report form; accepted reports stay as they are.")
            .takes(EntityTag.ifMatch(false))
            .body(FormJson.CHANGE, MAX_BODY)
            .answers(200, "Changed.", FormJson.SHAPE)
            .refuses(ErrorCode.STALE_VERSION, ErrorCode.PRECONDITION_REQUIRED)
            .calls(this::change));
  }

  private Answer show(Call call) {
    return answer(showForm.show());
  }

  private Answer change(Call call) {
    OptionalLong tag = EntityTag.expected(call);
    Optional<Long> named = call.body().find("version", Long.class);
    if (tag.isEmpty() && named.isEmpty()) {
      return Answer.refuse(ErrorCode.PRECONDITION_REQUIRED);
    }
    if (tag.isPresent() && named.isPresent() && tag.getAsLong() != named.get()) {
      return Answer.refuse(
          Problem.invalid(
              List.of(Violation.at("/version", "contradiction", "is not that of If-Match"))));
    }
    Findings findings = Findings.inBody();
    List<FieldDefinition> fields = FormJson.map(call.body(), findings);
    if (!findings.isEmpty()) {
      return Answer.refuse(Problem.invalid(findings.list()));
    }
    return switch (changeForm.change(named.orElseGet(tag::getAsLong), fields)) {
      case ChangeFormResult.Changed(ReportForm form) -> answer(form);
      case ChangeFormResult.Stale(long current) -> EntityTag.stale(current);
    };
  }

  private static Answer answer(ReportForm form) {
    return EntityTag.tag(Answer.json(200, out -> FormJson.write(form, out)), form.version());
  }
}
