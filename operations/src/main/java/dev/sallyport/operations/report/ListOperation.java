package dev.sallyport.operations.report;

import dev.sallyport.application.report.ListReports;
import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists reports page by page, newest first. */
final class ListOperation {
  private static final int MAX_LIMIT = 100;
  private static final long DEFAULT_LIMIT = 50;

  private static final Shape PAGE =
      ObjectShape.of(
          Member.required("reports", ArrayShape.of(ReportJson.SUMMARY, 0, MAX_LIMIT)),
          Member.optional("next", TextShape.text(1, PageTokenSeal.MAX_LENGTH))
              .says("For the parameter page; missing on the last page."));

  private final ListReports listReports;
  private final PageTokenSeal seal;

  @Inject
  ListOperation(ListReports listReports, PageTokenSeal seal) {
    this.listReports = listReports;
    this.seal = seal;
  }

  HttpOperation operation() {
    return HttpOperation.of("listReports", "GET", "/service/reports", AccessRule.TRIAGER)
        .summary("Lists reports, newest first, by at most one of status, assignee and severity.")
        .takes(Parameter.query("status", WordShape.of(ReportStatus.class), "Only of this status."))
        .takes(Parameter.query("assignee", ReportJson.ASSIGNEE, "Only of this assignee."))
        .takes(Parameter.query("severity", WordShape.of(Severity.class), "Only of this severity."))
        .takes(
            Parameter.query(
                "limit", new IntegerShape(1, MAX_LIMIT), "Most reports of a page; 50 if left out."))
        .takes(
            Parameter.query(
                "page",
                TextShape.of("[A-Za-z0-9_-]+", PageTokenSeal.MAX_LENGTH, "a page token"),
                "The next of the page before, with the same filter."))
        .answers(200, "A page.", PAGE)
        .calls(this::list);
  }

  private Answer list(Call call) {
    List<Filter> filters = filters(call);
    if (filters.size() > 1) {
      return invalid(filters.get(1).parameter(), "too_many_filters", "is a second filter");
    }
    Filter filter =
        filters.isEmpty() ? new Filter("", new ReportFilter.All(), "") : filters.getFirst();
    Optional<String> sealed = call.findParameter("page", String.class);
    Optional<PageToken> page = sealed.flatMap(token -> seal.open(token, filter.list()));
    if (sealed.isPresent() && page.isEmpty()) {
      return invalid("page", "bad_page_token", "is not a page token of this list");
    }
    int limit = call.findParameter("limit", Long.class).orElse(DEFAULT_LIMIT).intValue();
    return page(listReports.list(filter.filter(), limit, page), filter, call.caller().subject());
  }

  private Answer page(Page<Report> page, Filter filter, Subject caller) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("reports");
          for (Report report : page.items()) {
            ReportJson.writeSummary(report, caller, out);
          }
          out.writeEndArray();
          if (page.next().isPresent()) {
            out.writeStringField("next", seal.seal(page.next().get(), filter.list()));
          }
          out.writeEndObject();
        });
  }

  private static List<Filter> filters(Call call) {
    List<Filter> filters = new ArrayList<>();
    call.findParameter("status", ReportStatus.class)
        .ifPresent(s -> filters.add(new Filter("status", new ReportFilter.ByStatus(s), s.name())));
    call.findParameter("assignee", String.class)
        .ifPresent(a ->
            filters.add(new Filter("assignee", new ReportFilter.ByAssignee(new Subject(a)), a)));
    call.findParameter("severity", Severity.class)
        .ifPresent(
            s -> filters.add(new Filter("severity", new ReportFilter.BySeverity(s), s.name())));
    return filters;
  }

  private static Answer invalid(String parameter, String code, String detail) {
    return Answer.refuse(Problem.invalid(List.of(Violation.ofParameter(parameter, code, detail))));
  }

  /** A filter with the parameter and the value that asked for it. */
  private record Filter(String parameter, ReportFilter filter, String value) {
    /** Names the list that a page token belongs to. */
    String list() {
      return "listReports?" + parameter + "=" + value;
    }
  }
}
