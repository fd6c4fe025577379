package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.TriageMany;
import dev.sallyport.application.report.TriageMany.Outcome;
import dev.sallyport.application.report.TriageMany.Wish;
import dev.sallyport.application.report.TriageResult;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Changes the status of several reports and says of each what became of it. */
final class BulkOperation {
  /** A change takes some 130 bytes, with room for white space. */
  private static final int MAX_BODY = TriageMany.MAX * 512;

  private static final Shape CHANGES =
      ObjectShape.of(
          Member.required(
              "changes",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("reportId", new UuidShape()).says("Each report once."),
                      Member.required("version", new IntegerShape(1, Long.MAX_VALUE))
                          .says("The version that the change was made from."),
                      Member.required("status", WordShape.of(ReportStatus.class))),
                  1,
                  TriageMany.MAX)));

  private static final Shape RESULTS =
      ReportResults.shape(
          TriageMany.MAX,
          Member.required("result", WordShape.of(Result.class))
              .says("Only CHANGED means that the report has the status for certain."),
          Member.optional("version", new IntegerShape(1, Long.MAX_VALUE))
              .says("The current one, where it is known."));

  private final TriageMany triageMany;

  /** What an answer calls what became of a report. */
  private enum Result {
    /** It has the status. */
    CHANGED,
    /** Somebody else was faster. */
    STALE,
    /** There is none. */
    NOT_FOUND,
    /** It was not changed: the store does not answer. */
    UNAVAILABLE,
    /** It may have been changed. */
    UNKNOWN
  }

  @Inject
  BulkOperation(TriageMany triageMany) {
    this.triageMany = triageMany;
  }

  HttpOperation operation() {
    return HttpOperation.of("triageReports", "POST", "/service/reports/bulk", AccessRule.TRIAGER)
        .summary("Changes the status of several reports, each by itself.")
        .body(CHANGES, MAX_BODY)
        .answers(200, "What became of each, in the order of the request.", RESULTS)
        .calls(this::change);
  }

  private Answer change(Call call) {
    List<Wish> wishes =
        call.body().list("changes", JsonObject.class).stream().map(BulkOperation::wish).toList();
    Findings findings = repeated(wishes);
    return findings.isEmpty()
        ? answer(wishes, triageMany.change(wishes, call.caller().subject()))
        : Answer.refuse(Problem.invalid(findings.list()));
  }

  private static Wish wish(JsonObject body) {
    return new Wish(
        new ReportId(body.get("reportId", UUID.class)),
        body.get("version", Long.class),
        body.get("status", ReportStatus.class));
  }

  private static Findings repeated(List<Wish> wishes) {
    Findings findings = Findings.inBody();
    Set<ReportId> seen = new HashSet<>();
    findings.enter("changes");
    for (int i = 0; i < wishes.size(); i++) {
      if (!seen.add(wishes.get(i).id())) {
        findings.enter(i);
        findings.addAt("reportId", "duplicate", "stands there already");
        findings.leave();
      }
    }
    findings.leave();
    return findings;
  }

  private static Answer answer(List<Wish> wishes, List<Outcome> outcomes) {
    return ReportResults.answer(
        wishes.stream().map(Wish::id).toList(), outcomes, BulkOperation::write);
  }

  private static void write(Outcome outcome, JsonGenerator out) throws IOException {
    switch (outcome) {
      case Outcome.Known(TriageResult result) -> write(result, out);
      case Outcome.NotTried _ -> write(Result.UNAVAILABLE, OptionalLong.empty(), out);
      case Outcome.Unknown _ -> write(Result.UNKNOWN, OptionalLong.empty(), out);
    }
  }

  private static void write(TriageResult result, JsonGenerator out) throws IOException {
    switch (result) {
      case TriageResult.Changed(Report report) ->
          write(Result.CHANGED, OptionalLong.of(report.version()), out);
      case TriageResult.Stale(long current) -> write(Result.STALE, OptionalLong.of(current), out);
      case TriageResult.Absent _ -> write(Result.NOT_FOUND, OptionalLong.empty(), out);
      case TriageResult.NoOriginal _, TriageResult.BookmarksFull _ ->
          throw new IllegalStateException("nothing but the status was to be changed");
    }
  }

  private static void write(Result result, OptionalLong version, JsonGenerator out)
      throws IOException {
    out.writeStringField("result", result.name());
    if (version.isPresent()) {
      out.writeNumberField("version", version.getAsLong());
    }
  }
}
