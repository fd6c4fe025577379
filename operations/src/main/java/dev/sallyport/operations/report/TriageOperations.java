package dev.sallyport.operations.report;

import dev.sallyport.application.report.DownloadAttachment;
import dev.sallyport.application.report.DownloadResult;
import dev.sallyport.application.report.ReportDetail;
import dev.sallyport.application.report.ShowReport;
import dev.sallyport.application.report.TriageReport;
import dev.sallyport.application.report.TriageResult;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Triage;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.EntityTag;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a triager does with one report. */
final class TriageOperations {
  private static final int MAX_BODY = 4096;

  private static final Parameter ID = Parameter.path("id", new UuidShape(), "The report.");

  private static final Shape CHANGE =
      ObjectShape.of(
              Member.optional("status", WordShape.of(ReportStatus.class)),
              Member.optional("read", new BooleanShape()),
              Member.optional("bookmarked", new BooleanShape()).says("By the caller alone."),
              Member.nullable("assignee", ReportJson.ASSIGNEE).says("Null assigns nobody."),
              Member.nullable("duplicateOf", new UuidShape())
                  .says(
                      "Another report that is no duplicate; sets the status. Any other status"
                          + " takes it away, as null does."))
          .notEmpty();

  private static final Shape DOWNLOAD =
      ObjectShape.of(
          Member.required("url", TextShape.uri()).says("Clean bytes, for a short time; a secret."),
          Member.required("expiresAt", TextShape.instant()));

  private final ShowReport showReport;
  private final TriageReport triageReport;
  private final DownloadAttachment downloadAttachment;

  @Inject
  TriageOperations(
      ShowReport showReport, TriageReport triageReport, DownloadAttachment downloadAttachment) {
    this.showReport = showReport;
    this.triageReport = triageReport;
    this.downloadAttachment = downloadAttachment;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showReport", "GET", "/service/reports/{id}", AccessRule.TRIAGER)
            .summary("Shows a report with the verdicts on its attachments.")
            .takes(ID)
            .answers(200, "The report; its version is the entity tag.", ReportJson.DETAIL)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show),
        HttpOperation.of("triageReport", "PATCH", "/service/reports/{id}", AccessRule.TRIAGER)
            .summary("Changes what the team thinks of a report; what is left out stays.")
            .takes(ID)
            .takes(EntityTag.ifMatch(true))
            .body(CHANGE, MAX_BODY)
            .answers(200, "Changed.", ReportJson.SUMMARY)
            .refuses(ErrorCode.NOT_FOUND, ErrorCode.STALE_VERSION, ErrorCode.BOOKMARKS_FULL)
            .calls(this::triage),
        HttpOperation.of(
                "downloadAttachment",
                "GET",
                "/service/reports/{id}/attachments/{attachmentId}",
                AccessRule.TRIAGER)
            .summary("Grants a short look at the clean bytes of an attachment.")
            .takes(ID)
            .takes(Parameter.path("attachmentId", new UuidShape(), "The attachment."))
            .answers(200, "Where the bytes are.", DOWNLOAD)
            .refuses(ErrorCode.NOT_FOUND, ErrorCode.NOT_JUDGED_YET, ErrorCode.NOTHING_CLEAN)
            .calls(this::download));
  }

  private Answer show(Call call) {
    Subject caller = call.caller().subject();
    return showReport
        .show(id(call))
        .map(detail -> detail(detail, caller))
        .orElseGet(this::notFound);
  }

  private static Answer detail(ReportDetail detail, Subject caller) {
    return EntityTag.tag(
        Answer.json(200, out -> ReportJson.writeDetail(detail, caller, out)),
        detail.report().version());
  }

  private Answer triage(Call call) {
    long expected = EntityTag.expected(call).orElseThrow();
    Subject caller = call.caller().subject();
    boolean isDuplicate = call.body().find("duplicateOf", UUID.class).isPresent();
    Optional<ReportStatus> status = call.body().find("status", ReportStatus.class);
    if (isDuplicate && status.filter(s -> s != ReportStatus.DUPLICATE).isPresent()) {
      return invalid("/status", "contradiction", "is not that of a duplicate");
    }
    return switch (triageReport.change(id(call), expected, change(call.body(), caller), caller)) {
      case TriageResult.Changed(Report report) ->
          EntityTag.tag(
              Answer.json(200, out -> ReportJson.writeSummary(report, caller, out)),
              report.version());
      case TriageResult.NoOriginal _ ->
          invalid("/duplicateOf", "no_original", "is no other report that is no duplicate");
      case TriageResult.BookmarksFull _ -> Answer.refuse(ErrorCode.BOOKMARKS_FULL);
      case TriageResult.Stale(long current) -> EntityTag.stale(current);
      case TriageResult.Absent _ -> notFound();
    };
  }

  private static Triage.Change change(JsonObject body, Subject caller) {
    Optional<Optional<Subject>> assignee =
        body.has("assignee")
            ? Optional.of(body.find("assignee", String.class).map(Subject::new))
            : Optional.empty();
    Optional<Optional<ReportId>> duplicateOf =
        body.has("duplicateOf")
            ? Optional.of(body.find("duplicateOf", UUID.class).map(ReportId::new))
            : Optional.empty();
    return new Triage.Change(
        body.find("status", ReportStatus.class),
        body.find("read", Boolean.class),
        body.find("bookmarked", Boolean.class).map(set -> new Triage.Bookmark(caller, set)),
        assignee,
        duplicateOf);
  }

  private static Answer invalid(String pointer, String code, String detail) {
    return Answer.refuse(Problem.invalid(List.of(Violation.at(pointer, code, detail))));
  }

  private Answer download(Call call) {
    AttachmentId attachment = new AttachmentId(call.parameter("attachmentId", UUID.class));
    return switch (downloadAttachment.grant(id(call), attachment, call.caller())) {
      case DownloadResult.Granted(URI url, Instant expiresAt) ->
          Answer.json(
              200,
              out -> {
                out.writeStartObject();
                out.writeStringField("url", url.toString());
                out.writeStringField("expiresAt", expiresAt.toString());
                out.writeEndObject();
              });
      case DownloadResult.NotFound _ -> notFound();
      case DownloadResult.NotJudgedYet _ -> Answer.refuse(ErrorCode.NOT_JUDGED_YET);
      case DownloadResult.NothingClean(ReasonCode reason) ->
          Answer.refuse(Problem.of(ErrorCode.NOTHING_CLEAN).with("reason", reason.name()));
      case DownloadResult.Forbidden _ -> Answer.refuse(ErrorCode.FORBIDDEN);
    };
  }

  private Answer notFound() {
    return Answer.refuse(ErrorCode.NOT_FOUND);
  }

  private static ReportId id(Call call) {
    return new ReportId(call.parameter("id", UUID.class));
  }
}
