package dev.sallyport.operations.sla;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.ListSlaErrors;
import dev.sallyport.application.sla.RecordSlaErrors;
import dev.sallyport.application.sla.RecordSlaErrors.Recorded;
import dev.sallyport.application.sla.ShowSlaError;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.report.PageTokenSeal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes SLA errors from watchers of folders and shows them. */
final class SlaOperations {
  private static final int MAX_LIMIT = 100;
  private static final long DEFAULT_LIMIT = 50;
  private static final IntegerShape COUNT = new IntegerShape(0, 100);

  private static final Shape RECORDED =
      ObjectShape.of(
          Member.required("accepted", COUNT).says("How many are new."),
          Member.required("repeated", COUNT).says("How many were there already."),
          Member.required("errorIds", ArrayShape.of(new UuidShape(), 1, 100))
              .says("One for each breach, in the order of the request."));

  private static final Shape PAGE =
      ObjectShape.of(
          Member.required("slaErrors", ArrayShape.of(SlaJson.ERROR, 0, MAX_LIMIT)),
          Member.optional("next", TextShape.text(1, PageTokenSeal.MAX_LENGTH))
              .says("For the parameter page; missing on the last page."));

  private final RecordSlaErrors recordErrors;
  private final ListSlaErrors listErrors;
  private final ShowSlaError showError;
  private final PageTokenSeal seal;

  @Inject
  SlaOperations(
      RecordSlaErrors recordErrors,
      ListSlaErrors listErrors,
      ShowSlaError showError,
      PageTokenSeal seal) {
    this.recordErrors = recordErrors;
    this.listErrors = listErrors;
    this.showError = showError;
    this.seal = seal;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("fileSlaErrors", "POST", "/file_sla_error", AccessRule.USER)
            .summary(
                "Records files that wait in folders for longer than was agreed, each run once.")
            .body(SlaRequest.SHAPE, SlaRequest.MAX_BODY)
            .answers(200, "All of it is recorded.", RECORDED)
            .calls(this::record),
        list(),
        HttpOperation.of("showSlaError", "GET", "/file_sla_errors/{id}", AccessRule.USER)
            .summary("Shows an SLA error until it expires.")
            .takes(Parameter.path("id", new UuidShape(), "The error."))
            .answers(200, "The error.", SlaJson.ERROR)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show));
  }

  private HttpOperation list() {
    return HttpOperation.of("listSlaErrors", "GET", "/file_sla_errors", AccessRule.USER)
        .summary("Lists SLA errors that have not expired, of a folder or of a day, earliest first.")
        .takes(Parameter.query("folder", SlaJson.FOLDER, "Only of this folder."))
        .takes(
            Parameter.query(
                "from", TextShape.instant(), "With folder: from this affected date on."))
        .takes(
            Parameter.query("to", TextShape.instant(), "With folder: before this affected date."))
        .takes(
            Parameter.query(
                "day",
                TextShape.of("[0-9]{4}-[0-9]{2}-[0-9]{2}", 10, "a day such as 2026-11-21"),
                "Instead of a folder: of all folders on this day in UTC."))
        .takes(
            Parameter.query(
                "limit", new IntegerShape(1, MAX_LIMIT), "Most errors of a page; 50 if left out."))
        .takes(
            Parameter.query(
                "page",
                TextShape.of("[A-Za-z0-9_-]+", PageTokenSeal.MAX_LENGTH, "a page token"),
                "The next of the page before, with the same folder and times or day."))
        .answers(200, "A page; it may be empty and have a next one.", PAGE)
        .calls(this::list);
  }

  private Answer record(Call call) {
    Findings findings = Findings.inBody();
    List<SlaBreach> breaches = SlaRequest.read(call.body(), findings);
    return findings.isEmpty()
        ? recorded(recordErrors.record(breaches))
        : Answer.refuse(Problem.invalid(findings.list()));
  }

  private static Answer recorded(Recorded recorded) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeNumberField("accepted", recorded.accepted());
          out.writeNumberField("repeated", recorded.repeated());
          out.writeArrayFieldStart("errorIds");
          for (SlaErrorId id : recorded.ids()) {
            out.writeString(id.toString());
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Answer list(Call call) {
    List<Violation> violations = new ArrayList<>();
    Optional<SlaFilter> filter = SlaFilter.of(call, violations);
    if (filter.isEmpty()) {
      return Answer.refuse(Problem.invalid(violations));
    }
    Optional<String> sealed = call.findParameter("page", String.class);
    Optional<PageToken> page = sealed.flatMap(token -> seal.open(token, filter.get().list()));
    if (sealed.isPresent() && page.isEmpty()) {
      return Answer.refuse(
          Problem.invalid(
              List.of(
                  Violation.ofParameter(
                      "page", "bad_page_token", "is not a page token of this list"))));
    }
    int limit = call.findParameter("limit", Long.class).orElse(DEFAULT_LIMIT).intValue();
    return page(listErrors.list(filter.get().query(), limit, page), filter.get());
  }

  private Answer page(Page<SlaError> page, SlaFilter filter) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("slaErrors");
          for (SlaError error : page.items()) {
            SlaJson.write(error, out);
          }
          out.writeEndArray();
          if (page.next().isPresent()) {
            out.writeStringField("next", seal.seal(page.next().get(), filter.list()));
          }
          out.writeEndObject();
        });
  }

  private Answer show(Call call) {
    return showError
        .show(new SlaErrorId(call.parameter("id", UUID.class)))
        .map(error -> Answer.json(200, out -> SlaJson.write(error, out)))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }
}
