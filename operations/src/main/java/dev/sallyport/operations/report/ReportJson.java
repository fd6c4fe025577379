package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.ReportDetail;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.FieldValue;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.report.Triage;
import dev.sallyport.operations.attachment.AttachmentJson;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reports as senders and triagers see them. */
final class ReportJson {
  static final TextShape ASSIGNEE =
      TextShape.of("[A-Za-z0-9._:-]{1,128}", 128, "a subject: letters, digits and . _ : -");

  /** What a sender gets back. */
  static final Shape RECEIVED =
      ObjectShape.of(
          Member.required("reportId", new UuidShape()),
          Member.required("clientReportId", new UuidShape()),
          Member.required("status", WordShape.of(ReportStatus.class)).says("As it was accepted."),
          Member.required("receivedAt", TextShape.instant()),
          Member.required(
              "attachments",
              ArrayShape.of(AttachmentJson.STATE_SHAPE, 0, Submission.MAX_ATTACHMENTS)));

  /** What a list shows of a report. */
  static final Shape SUMMARY =
      ObjectShape.of(
          Member.required("reportId", new UuidShape()),
          Member.required("title", TextShape.text(1, Submission.MAX_TITLE)),
          Member.required("severity", WordShape.of(Severity.class)),
          Member.optional("build", TextShape.text(0, 100)),
          Member.optional("platform", TextShape.text(0, 100)),
          Member.required("attachmentCount", new IntegerShape(0, Submission.MAX_ATTACHMENTS)),
          Member.required("receivedAt", TextShape.instant()),
          Member.required("status", WordShape.of(ReportStatus.class)),
          Member.required("read", new BooleanShape()),
          Member.required("bookmarked", new BooleanShape()).says("By the caller."),
          Member.optional("assignee", ASSIGNEE),
          Member.optional("duplicateOf", new UuidShape()),
          Member.required("version", new IntegerShape(1, Long.MAX_VALUE))
              .says("For If-Match, in quotes."));

  /** Everything about a report. */
  static final Shape DETAIL =
      ObjectShape.of(
          Member.required("reportId", new UuidShape()),
          Member.required("clientReportId", new UuidShape()),
          Member.required("title", TextShape.text(1, Submission.MAX_TITLE)),
          Member.required("description", TextShape.text(0, Submission.MAX_DESCRIPTION)),
          Member.required("severity", WordShape.of(Severity.class)),
          Member.optional("build", TextShape.text(0, 100)),
          Member.optional("platform", TextShape.text(0, 100)),
          Member.optional("locale", TextShape.text(0, 35)),
          Member.optional("sessionId", TextShape.text(0, 128)),
          Member.optional("position", SubmissionShape.POSITION),
          Member.required("fields", SubmissionShape.FIELDS),
          Member.required("annotations", SubmissionShape.ANNOTATIONS),
          Member.required(
              "attachments",
              ArrayShape.of(AttachmentJson.NAMED_SHAPE, 0, Submission.MAX_ATTACHMENTS)),
          Member.required("receivedAt", TextShape.instant()),
          Member.required("status", WordShape.of(ReportStatus.class)),
          Member.required("read", new BooleanShape()),
          Member.required("bookmarked", new BooleanShape()).says("By the caller."),
          Member.optional("assignee", ASSIGNEE),
          Member.optional("duplicateOf", new UuidShape()),
          Member.optional("issue", IssueLinkJson.SHAPE).says("In the tracker."),
          Member.required("version", new IntegerShape(1, Long.MAX_VALUE))
              .says("For If-Match, in quotes."));

  private ReportJson() {}

  /** Writes {@link #RECEIVED}. */
  static void writeReceived(Report report, List<Attachment> attachments, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("reportId", report.id().toString());
    out.writeStringField("clientReportId", report.submission().clientReportId().toString());
    // What the team has made of it since is none of a stranger's business.
    out.writeStringField("status", Triage.INITIAL.status().name());
    out.writeStringField("receivedAt", report.receivedAt().toString());
    out.writeArrayFieldStart("attachments");
    for (Attachment attachment : attachments) {
      out.writeStartObject();
      out.writeStringField("attachmentId", attachment.id().toString());
      out.writeStringField("state", AttachmentJson.state(attachment.state()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes {@link #SUMMARY}. */
  static void writeSummary(Report report, Subject caller, JsonGenerator out) throws IOException {
    Submission submission = report.submission();
    out.writeStartObject();
    out.writeStringField("reportId", report.id().toString());
    out.writeStringField("title", submission.title());
    out.writeStringField("severity", submission.severity().name());
    writeOptional("build", submission.build(), out);
    writeOptional("platform", submission.platform(), out);
    out.writeNumberField("attachmentCount", submission.attachments().size());
    writeTriage(report, caller, out);
    out.writeEndObject();
  }

  /** Writes {@link #DETAIL}. */
  static void writeDetail(ReportDetail detail, Subject caller, JsonGenerator out)
      throws IOException {
    Report report = detail.report();
    Submission submission = report.submission();
    out.writeStartObject();
    out.writeStringField("reportId", report.id().toString());
    out.writeStringField("clientReportId", submission.clientReportId().toString());
    out.writeStringField("title", submission.title());
    out.writeStringField("description", submission.description());
    out.writeStringField("severity", submission.severity().name());
    writeOptional("build", submission.build(), out);
    writeOptional("platform", submission.platform(), out);
    writeOptional("locale", submission.locale(), out);
    writeOptional("sessionId", submission.sessionId(), out);
    writePosition(submission.position(), out);
    writeFields(submission.fields(), out);
    writeAnnotations(submission.annotations(), out);
    out.writeArrayFieldStart("attachments");
    for (Attachment attachment : detail.attachments()) {
      AttachmentJson.writeNamed(attachment, out);
    }
    out.writeEndArray();
    writeTriage(report, caller, out);
    if (detail.link().isPresent()) {
      IssueLinkJson.write(detail.link().get(), out);
    }
    out.writeEndObject();
  }

  /** Writes a submission with its members in alphabetical order, for its digest. */
  static void writeSubmission(Submission submission, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeAnnotations(submission.annotations(), out);
    out.writeArrayFieldStart("attachments");
    for (AttachmentId id : submission.attachments()) {
      out.writeString(id.toString());
    }
    out.writeEndArray();
    writeOptional("build", submission.build(), out);
    out.writeStringField("clientReportId", submission.clientReportId().toString());
    out.writeStringField("description", submission.description());
    writeFields(submission.fields(), out);
    writeOptional("locale", submission.locale(), out);
    writeOptional("platform", submission.platform(), out);
    writePosition(submission.position(), out);
    writeOptional("sessionId", submission.sessionId(), out);
    out.writeStringField("severity", submission.severity().name());
    out.writeStringField("title", submission.title());
    out.writeEndObject();
  }

  private static void writeTriage(Report report, Subject caller, JsonGenerator out)
      throws IOException {
    Triage triage = report.triage();
    out.writeStringField("receivedAt", report.receivedAt().toString());
    out.writeStringField("status", triage.status().name());
    out.writeBooleanField("read", triage.read());
    out.writeBooleanField("bookmarked", triage.isBookmarkedBy(caller));
    writeOptional("assignee", triage.assignee().map(Subject::value), out);
    writeOptional("duplicateOf", triage.duplicateOf().map(ReportId::toString), out);
    out.writeNumberField("version", report.version());
  }

  private static void writePosition(Optional<Position> position, JsonGenerator out)
      throws IOException {
    if (position.isPresent()) {
      out.writeObjectFieldStart("position");
      out.writeStringField("map", position.get().map());
      out.writeNumberField("x", position.get().x());
      out.writeNumberField("y", position.get().y());
      out.writeNumberField("z", position.get().z());
      out.writeEndObject();
    }
  }

  private static void writeFields(SortedMap<String, FieldValue> fields, JsonGenerator out)
      throws IOException {
    out.writeFieldName("fields");
    writeValue(new FieldValue.Nested(fields), out);
  }

  private static void writeValue(FieldValue value, JsonGenerator out) throws IOException {
    switch (value) {
      case FieldValue.Text(String text) -> out.writeString(text);
      case FieldValue.Choices(List<String> choices) -> {
        out.writeStartArray();
        for (String choice : choices) {
          out.writeString(choice);
        }
        out.writeEndArray();
      }
      case FieldValue.Nested(SortedMap<String, FieldValue> values) -> {
        out.writeStartObject();
        for (Map.Entry<String, FieldValue> entry : values.entrySet()) {
          out.writeFieldName(entry.getKey());
          writeValue(entry.getValue(), out);
        }
        out.writeEndObject();
      }
    }
  }

  private static void writeAnnotations(List<String> annotations, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart("annotations");
    for (String annotation : annotations) {
      out.writeString(annotation);
    }
    out.writeEndArray();
  }

  private static void writeOptional(String name, Optional<String> text, JsonGenerator out)
      throws IOException {
    if (text.isPresent()) {
      out.writeStringField(name, text.get());
    }
  }
}
