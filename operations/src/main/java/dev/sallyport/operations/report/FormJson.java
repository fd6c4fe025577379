package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.VariantShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The report form as JSON, read and written alike. */
final class FormJson {
  /** What a form shows. */
  static final Shape SHAPE =
      ObjectShape.of(
          Member.required("fields", fields(true)),
          Member.required("version", new IntegerShape(0, Long.MAX_VALUE)));

  /** What a change takes: the version may stand in If-Match instead. */
  static final Shape CHANGE =
      ObjectShape.of(
          Member.required("fields", fields(true)),
          Member.optional("version", new IntegerShape(0, Long.MAX_VALUE))
              .says("The version that the change was made from, unless If-Match names it."));

  private FormJson() {}

  private static Shape fields(boolean outermost) {
    Member title = Member.required("title", TextShape.line(FieldDefinition.MAX_TITLE));
    SequencedMap<String, ObjectShape> kinds = new LinkedHashMap<>();
    kinds.put(
        "predefined",
        ObjectShape.of(
            title,
            Member.optional("multipleSelect", new BooleanShape()).says("False when left out."),
            Member.required(
                "predefines",
                ArrayShape.unique(
                    TextShape.line(FieldDefinition.MAX_TITLE), 1, FieldDefinition.MAX_CHOICES)),
            Member.optional("defaultValue", TextShape.text(0, FieldDefinition.MAX_TEXT))));
    kinds.put(
        "text",
        ObjectShape.of(
            title,
            Member.optional("maxChars", new IntegerShape(1, FieldDefinition.MAX_TEXT))
                .says("The most that is possible when left out."),
            Member.optional("defaultValue", TextShape.text(0, FieldDefinition.MAX_TEXT))));
    if (outermost) {
      kinds.put("object", ObjectShape.of(title, Member.required("properties", fields(false))));
    }
    return ArrayShape.of(VariantShape.byTag("type", kinds), 0, FieldDefinition.MAX_FIELDS);
  }

  /**
   * Maps the fields of a body; rules between values are checked here, because only the words of the
   * body can say where they are broken. Means nothing when the findings have grown.
   */
  static List<FieldDefinition> map(JsonObject body, Findings findings) {
    findings.enter("fields");
    List<FieldDefinition> fields = fields(body.list("fields", JsonObject.class), findings);
    findings.leave();
    return fields;
  }

  private static List<FieldDefinition> fields(List<JsonObject> bodies, Findings findings) {
    List<FieldDefinition> fields = new ArrayList<>();
    Set<String> titles = new HashSet<>();
    for (int i = 0; i < bodies.size(); i++) {
      findings.enter(i);
      JsonObject body = bodies.get(i);
      if (!titles.add(body.text("title"))) {
        findings.addAt("title", "duplicate", "is the title of another field");
      }
      field(body, findings).ifPresent(fields::add);
      findings.leave();
    }
    return fields;
  }

  private static Optional<FieldDefinition> field(JsonObject body, Findings findings) {
    int before = findings.size();
    String title = body.text("title");
    return switch (body.text("type")) {
      case "predefined" -> predefined(title, body, findings);
      case "text" -> text(title, body, findings);
      default -> {
        findings.enter("properties");
        List<FieldDefinition> inner = fields(body.list("properties", JsonObject.class), findings);
        findings.leave();
        yield findings.size() > before
            ? Optional.empty()
            : Optional.of(new FieldDefinition.Group(title, inner));
      }
    };
  }

  private static Optional<FieldDefinition> predefined(
      String title, JsonObject body, Findings findings) {
    Optional<String> initial = body.find("defaultValue", String.class);
    List<String> choices = body.list("predefines", String.class);
    if (initial.isPresent() && !choices.contains(initial.get())) {
      findings.addAt("defaultValue", "not_allowed", "is not one of the predefines");
      return Optional.empty();
    }
    boolean multiple = body.find("multipleSelect", Boolean.class).orElse(false);
    return Optional.of(new FieldDefinition.Predefined(title, choices, multiple, initial));
  }

  private static Optional<FieldDefinition> text(String title, JsonObject body, Findings findings) {
    Optional<String> initial = body.find("defaultValue", String.class);
    int max =
        body.find("maxChars", Long.class).map(Long::intValue).orElse(FieldDefinition.MAX_TEXT);
    if (initial.isPresent() && FieldDefinition.length(initial.get()) > max) {
      findings.addAt("defaultValue", "too_long", "is longer than maxChars");
      return Optional.empty();
    }
    return Optional.of(new FieldDefinition.Text(title, max, initial));
  }

  /** Writes {@link #SHAPE}. */
  static void write(ReportForm form, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeFieldName("fields");
    write(form.fields(), out);
    out.writeNumberField("version", form.version());
    out.writeEndObject();
  }

  private static void write(List<FieldDefinition> fields, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (FieldDefinition field : fields) {
      out.writeStartObject();
      out.writeStringField("title", field.title());
      writeField(field, out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeField(FieldDefinition field, JsonGenerator out) throws IOException {
    switch (field) {
      case FieldDefinition.Predefined predefined -> {
        out.writeStringField("type", "predefined");
        out.writeBooleanField("multipleSelect", predefined.multiple());
        out.writeArrayFieldStart("predefines");
        for (String choice : predefined.choices()) {
          out.writeString(choice);
        }
        out.writeEndArray();
        writeDefault(predefined.defaultValue(), out);
      }
      case FieldDefinition.Text text -> {
        out.writeStringField("type", "text");
        out.writeNumberField("maxChars", text.maxChars());
        writeDefault(text.defaultValue(), out);
      }
      case FieldDefinition.Group group -> {
        out.writeStringField("type", "object");
        out.writeFieldName("properties");
        write(group.fields(), out);
      }
    }
  }

  private static void writeDefault(Optional<String> value, JsonGenerator out) throws IOException {
    if (value.isPresent()) {
      out.writeStringField("defaultValue", value.get());
    }
  }
}
