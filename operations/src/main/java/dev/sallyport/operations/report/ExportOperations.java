package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.ShowExport;
import dev.sallyport.application.report.ShowExport.Shown;
import dev.sallyport.application.report.StartExport;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.ExportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files of reports for spreadsheets. */
final class ExportOperations {
  private static final int MAX_BODY = 4096;

  private static final Shape FILTER =
      ObjectShape.of(
          Member.optional("status", WordShape.of(ReportStatus.class)).says("Only of this status."),
          Member.optional("assignee", ReportJson.ASSIGNEE).says("Only of this assignee."),
          Member.optional("severity", WordShape.of(Severity.class)).says("Only of this severity."));

  private static final Shape EXPORT =
      ObjectShape.of(
          Member.required("exportId", new UuidShape()),
          Member.required("state", WordShape.of(List.of("RUNNING", "DONE", "EXPIRED"))),
          Member.required("startedAt", TextShape.instant()),
          Member.optional("rows", new IntegerShape(0, Long.MAX_VALUE)),
          Member.optional("complete", new BooleanShape())
              .says("Whether these are all; a file has at most 10000 reports and 16 MiB."),
          Member.optional("url", TextShape.uri()).says("Of the file, for a short time."),
          Member.optional("expiresAt", TextShape.instant()).says("The end of the url."));

  private final StartExport startExport;
  private final ShowExport showExport;

  @Inject
  ExportOperations(StartExport startExport, ShowExport showExport) {
    this.startExport = startExport;
    this.showExport = showExport;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("startExport", "POST", "/service/exports", AccessRule.TRIAGER)
            .summary("Starts to write reports as CSV, newest first, by at most one filter.")
            .body(FILTER, MAX_BODY)
            .answers(202, "The export; it goes on by itself.", EXPORT)
            .calls(this::start),
        HttpOperation.of("showExport", "GET", "/service/exports/{id}", AccessRule.TRIAGER)
            .summary("Shows an export to whoever asked for it; its file is kept for an hour.")
            .takes(Parameter.path("id", new UuidShape(), "The export."))
            .answers(200, "The export, with an address once there is a file.", EXPORT)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show));
  }

  private Answer start(Call call) {
    JsonObject body = call.body();
    Optional<ReportStatus> status = body.find("status", ReportStatus.class);
    Optional<Severity> severity = body.find("severity", Severity.class);
    Optional<Subject> assignee = body.find("assignee", String.class).map(Subject::new);
    List<String> given = new ArrayList<>();
    assignee.ifPresent(_ -> given.add("/assignee"));
    severity.ifPresent(_ -> given.add("/severity"));
    status.ifPresent(_ -> given.add("/status"));
    if (given.size() > 1) {
      return Answer.refuse(
          Problem.invalid(
              List.of(Violation.at(given.get(1), "too_many_filters", "is a second filter"))));
    }
    Export export = startExport.start(call.caller().subject(), status, severity, assignee);
    return answer(202, new Shown(export, Optional.empty()))
        .header("Location", "/service/exports/" + export.id());
  }

  private Answer show(Call call) {
    return showExport
        .show(new ExportId(call.parameter("id", UUID.class)), call.caller().subject())
        .map(shown -> answer(200, shown))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private static Answer answer(int status, Shown shown) {
    return Answer.json(status, out -> write(shown, out));
  }

  private static void write(Shown shown, JsonGenerator out) throws IOException {
    Export export = shown.export();
    out.writeStartObject();
    out.writeStringField("exportId", export.id().toString());
    switch (export.state()) {
      case Export.State.Running _ -> out.writeStringField("state", "RUNNING");
      case Export.State.Done done -> {
        out.writeStringField("state", "DONE");
        out.writeNumberField("rows", done.rows());
        out.writeBooleanField("complete", done.complete());
      }
      case Export.State.Expired _ -> out.writeStringField("state", "EXPIRED");
    }
    out.writeStringField("startedAt", export.startedAt().toString());
    for (ShowExport.Link link : shown.link().stream().toList()) {
      out.writeStringField("url", link.url().toString());
      out.writeStringField("expiresAt", link.expiresAt().toString());
    }
    out.writeEndObject();
  }
}
