package dev.sallyport.benchmarks.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/**
 * Writes a result as one line of JSON: {@code benchmark, machine{cores, architecture, system, java,
 * day}, columns[], rows[{group, label, role, values[], ratio?}], targets[{claim, measured, bound,
 * direction, met}], unmeasured[{peer, reason}]}.
 */
public final class ResultJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ResultJson() {}

  /** The line, without its end. */
  public static String write(Result result) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("benchmark", result.benchmark());
      machine(json, result.machine());
      json.writeArrayFieldStart("columns");
      for (String column : result.columns()) {
        json.writeString(column);
      }
      json.writeEndArray();
      rows(json, result);
      targets(json, result);
      unmeasured(json, result);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail", e);
    }
    return text.toString();
  }

  private static void machine(JsonGenerator json, Machine machine) throws IOException {
    json.writeObjectFieldStart("machine");
    json.writeNumberField("cores", machine.cores());
    json.writeStringField("architecture", machine.architecture());
    json.writeStringField("system", machine.system());
    json.writeStringField("java", machine.java());
    json.writeStringField("day", machine.day().toString());
    json.writeEndObject();
  }

  private static void rows(JsonGenerator json, Result result) throws IOException {
    json.writeArrayFieldStart("rows");
    for (Row row : result.rows()) {
      json.writeStartObject();
      json.writeStringField("group", row.group());
      json.writeStringField("label", row.label());
      json.writeStringField("role", row.role().name());
      json.writeArrayFieldStart("values");
      for (double value : row.values()) {
        json.writeNumber(value);
      }
      json.writeEndArray();
      OptionalDouble ratio = result.ratioTo(row);
      if (ratio.isPresent()) {
        json.writeNumberField("ratio", ratio.getAsDouble());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void targets(JsonGenerator json, Result result) throws IOException {
    json.writeArrayFieldStart("targets");
    for (Target target : result.targets()) {
      json.writeStartObject();
      json.writeStringField("claim", target.claim());
      json.writeNumberField("measured", target.measured());
      json.writeNumberField("bound", target.bound());
      json.writeStringField("direction", target.direction().name());
      json.writeBooleanField("met", target.isMet());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void unmeasured(JsonGenerator json, Result result) throws IOException {
    json.writeArrayFieldStart("unmeasured");
    for (Unmeasured peer : result.unmeasured()) {
      json.writeStartObject();
      json.writeStringField("peer", peer.peer());
      json.writeStringField("reason", peer.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
