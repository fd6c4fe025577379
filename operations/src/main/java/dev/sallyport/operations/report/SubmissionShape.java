package dev.sallyport.operations.report;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.FieldValue;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.EitherShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.MapShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.NumberShape;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What a stranger says in a report, as JSON. */
final class SubmissionShape {
  static final Shape POSITION =
      ObjectShape.of(
          Member.required("map", TextShape.line(100)),
          Member.required("x", new NumberShape()),
          Member.required("y", new NumberShape()),
          Member.required("z", new NumberShape()));

  static final Shape FIELDS = fields();

  private static final int MAX_ANNOTATIONS = 100;

  static final Shape ANNOTATIONS = ArrayShape.of(TextShape.text(0, 2000), 0, MAX_ANNOTATIONS);

  static final Shape SHAPE =
      ObjectShape.of(
          Member.required("clientReportId", new UuidShape())
              .says("Idempotency key: the same report may be sent again with the same key."),
          Member.required("title", TextShape.line(Submission.MAX_TITLE)),
          Member.optional("description", TextShape.text(0, Submission.MAX_DESCRIPTION)),
          Member.required("severity", WordShape.of(Severity.class)),
          Member.optional("build", TextShape.line(100)),
          Member.optional("platform", TextShape.line(100)),
          Member.optional("locale", TextShape.line(35)).says("BCP 47."),
          Member.optional("sessionId", TextShape.line(128)),
          Member.optional("position", POSITION),
          Member.optional("fields", FIELDS).says("By title, as the report form defines them."),
          Member.optional("annotations", ANNOTATIONS),
          Member.optional(
                  "attachments", ArrayShape.unique(new UuidShape(), 0, Submission.MAX_ATTACHMENTS))
              .says("Ids of granted attachments; their receipts stand in Sallyport-Receipt."));

  private SubmissionShape() {}

  private static Shape fields() {
    Shape text = TextShape.text(0, FieldDefinition.MAX_TEXT);
    Shape choices =
        ArrayShape.of(TextShape.text(0, FieldDefinition.MAX_TITLE), 0, FieldDefinition.MAX_CHOICES);
    Shape inner =
        new MapShape(
            new EitherShape(List.of(text, choices)),
            FieldDefinition.MAX_FIELDS,
            FieldDefinition.MAX_TITLE);
    return new MapShape(
        new EitherShape(List.of(text, choices, inner)),
        FieldDefinition.MAX_FIELDS,
        FieldDefinition.MAX_TITLE);
  }

  /** Maps a body of {@link #SHAPE}. */
  static Submission map(JsonObject body) {
    return new Submission(
        new ClientReportId(body.get("clientReportId", UUID.class)),
        body.text("title"),
        body.find("description", String.class).orElse(""),
        body.get("severity", Severity.class),
        body.find("build", String.class),
        body.find("platform", String.class),
        body.find("locale", String.class),
        body.find("sessionId", String.class),
        body.find("position", JsonObject.class).map(SubmissionShape::position),
        values(body.find("fields", Map.class).orElse(Map.of())),
        body.list("annotations", String.class),
        body.list("attachments", UUID.class).stream().map(AttachmentId::new).toList());
  }

  private static Position position(JsonObject position) {
    return new Position(
        position.text("map"),
        position.get("x", Double.class),
        position.get("y", Double.class),
        position.get("z", Double.class));
  }

  private static SortedMap<String, FieldValue> values(Map<?, ?> fields) {
    SortedMap<String, FieldValue> values = new TreeMap<>();
    fields.forEach((title, value) -> values.put((String) title, value(value)));
    return values;
  }

  private static FieldValue value(Object value) {
    return switch (value) {
      case String text -> new FieldValue.Text(text);
      case List<?> choices ->
          new FieldValue.Choices(choices.stream().map(String.class::cast).toList());
      case Map<?, ?> nested -> new FieldValue.Nested(values(nested));
      default -> throw new IllegalStateException("the shape of fields has no other value");
    };
  }
}
