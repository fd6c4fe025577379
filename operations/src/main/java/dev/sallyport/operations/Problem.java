package dev.sallyport.operations;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.Violation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> writes it.
 *
 * @param code what went wrong
 * @param errors where, for a request that breaks its shape
 * @param members members of this occurrence: texts and whole numbers by name
 */
public record Problem(ErrorCode code, List<Violation> errors, Map<String, Object> members) {
  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Its shape, for the document and for tests. */
  public static final Shape SHAPE =
      ObjectShape.of(
          Member.required("type", TextShape.uri())
              .says("Names the kind of problem; ends with the code."),
          Member.required("title", TextShape.text(1, 200)).says("What the code means, for people."),
          Member.required("status", new IntegerShape(400, 599)),
          Member.required("detail", TextShape.text(1, 500))
              .says("What to do about it, for people."),
          Member.required("code", TextShape.text(1, 64)).says("Stable; for programs."),
          Member.required("requestId", TextShape.text(1, 128))
              .says("Names this request in our logs."),
          Member.optional(
              "errors",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.optional("pointer", TextShape.text(0, 4096))
                          .says("JSON pointer to the broken value in the body."),
                      Member.optional("parameter", TextShape.text(1, 256))
                          .says("Name of the broken path, query or header parameter."),
                      Member.required("code", TextShape.text(1, 64)).says("Stable; for programs."),
                      Member.required("detail", TextShape.text(1, 500))),
                  1,
                  64)),
          Member.optional("version", new IntegerShape(0, Long.MAX_VALUE))
              .says("With stale_version: the current version."),
          Member.optional("reason", TextShape.text(1, 64))
              .says("With nothing_clean: why there is nothing."),
          Member.optional("holder", TextShape.text(1, 128))
              .says("With migrations_busy: who is at it."),
          Member.optional("until", TextShape.instant())
              .says("With migrations_busy: how long at most without a sign of life."),
          Member.optional("migrations", TextShape.text(1, 4096))
              .says("With migrations_drifted and migrations_blocked: which, by their ids."),
          Member.optional("challenge", TextShape.text(1, 128)).says("With challenge: its name."),
          Member.optional("session", TextShape.text(1, 4096))
              .says("With challenge: to be sent with the answer to it."));

  private static final String TYPE = "urn:sallyport:problem:";

  /** Copies the collections. */
  public Problem {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
  }

  /** Makes one that says no more than its code. */
  public static Problem of(ErrorCode code) {
    return new Problem(code, List.of(), Map.of());
  }

  /** Makes one of a request that breaks its shape. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(ErrorCode.INVALID_REQUEST, violations, Map.of());
  }

  /** Returns the same with one more member, a text or a whole number that {@link #SHAPE} knows. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(code, errors, more);
  }

  byte[] write(String requestId) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("type", TYPE + code.code());
      out.writeStringField("title", code.title());
      out.writeNumberField("status", code.status());
      out.writeStringField("detail", detail().orElse(code.title()));
      out.writeStringField("code", code.code());
      out.writeStringField("requestId", requestId);
      writeErrors(out);
      for (Map.Entry<String, Object> member : members.entrySet()) {
        out.writeObjectField(member.getKey(), member.getValue());
      }
      out.writeEndObject();
    });
  }

  private Optional<String> detail() {
    return errors.stream()
        .findFirst()
        .map(first ->
            first.place().isEmpty()
                ? "The body " + first.detail()
                : first.place() + " " + first.detail());
  }

  private void writeErrors(JsonGenerator out) throws IOException {
    if (errors.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("errors");
    for (Violation error : errors) {
      out.writeStartObject();
      String place =
          switch (error.in()) {
            case BODY -> "pointer";
            case PARAMETER -> "parameter";
          };
      out.writeStringField(place, error.place());
      out.writeStringField("code", error.code());
      out.writeStringField("detail", error.detail());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
