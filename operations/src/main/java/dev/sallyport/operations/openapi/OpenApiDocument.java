package dev.sallyport.operations.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes operations as a document of <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI
 * 3.1</a>. Written at build time and kept as a file: a start costs nothing, and every change of the
 * public surface is a visible one.
 */
public final class OpenApiDocument {
  private OpenApiDocument() {}

  /** Returns the document of these operations, which come ordered by path. */
  public static byte[] write(Collection<HttpOperation> operations) {
    Map<String, List<HttpOperation>> paths = new LinkedHashMap<>();
    operations.forEach(operation ->
        paths.computeIfAbsent(operation.path().text(), _ -> new ArrayList<>()).add(operation));
    return Json.write(out -> {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      out.setPrettyPrinter(printer);
      out.writeStartObject();
      out.writeStringField("openapi", "3.1.1");
      writeInfo(out);
      out.writeObjectFieldStart("paths");
      for (Map.Entry<String, List<HttpOperation>> path : paths.entrySet()) {
        writePath(path, out);
      }
      out.writeEndObject();
      writeComponents(out);
      out.writeEndObject();
    });
  }

  private static void writeInfo(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("info");
    out.writeStringField("title", "Sallyport");
    out.writeStringField("version", "1");
    out.writeStringField(
        "description",
        "Defect intake with two doors: strangers post evidence into quarantine, triagers read only"
            + " what was rebuilt or proved harmless. Numbers of upload forms and sizes are those of"
            + " the default policy; GET /service/operations/limits shows those in force. Every"
            + " refusal is application/problem+json with a stable code; broken values are named by"
            + " a JSON pointer into the body or by the name of a parameter.");
    out.writeEndObject();
  }

  private static void writePath(Map.Entry<String, List<HttpOperation>> path, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(path.getKey());
    for (HttpOperation operation : path.getValue()) {
      out.writeObjectFieldStart(operation.method().toLowerCase(Locale.ROOT));
      out.writeStringField("operationId", operation.id());
      out.writeStringField("summary", operation.summary());
      writeSecurity(operation.access(), out);
      writeParameters(operation.parameters(), out);
      writeBody(operation, out);
      writeResponses(operation, out);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void writeSecurity(AccessRule access, JsonGenerator out) throws IOException {
    out.writeStringField("x-access", access.name());
    out.writeArrayFieldStart("security");
    switch (access) {
      case PUBLIC -> {}
      case RECEIPT -> writeScheme("receipt", out);
      case USER, TRIAGER, ADMIN -> writeScheme("bearer", out);
    }
    out.writeEndArray();
  }

  private static void writeScheme(String name, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart(name);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeParameters(List<Parameter> parameters, JsonGenerator out)
      throws IOException {
    if (parameters.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("parameters");
    for (Parameter parameter : parameters) {
      out.writeStartObject();
      out.writeStringField("name", parameter.name());
      out.writeStringField("in", parameter.in().name().toLowerCase(Locale.ROOT));
      out.writeStringField("description", parameter.description());
      out.writeBooleanField("required", parameter.required());
      out.writeFieldName("schema");
      parameter.shape().writeSchema(out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeBody(HttpOperation operation, JsonGenerator out) throws IOException {
    if (operation.body().isEmpty()) {
      return;
    }
    HttpOperation.Body body = operation.body().get();
    out.writeObjectFieldStart("requestBody");
    out.writeStringField("description", "At most " + body.maxBytes() + " bytes.");
    out.writeBooleanField("required", true);
    out.writeObjectFieldStart("content");
    out.writeObjectFieldStart("application/json");
    out.writeFieldName("schema");
    body.shape().writeSchema(out);
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeResponses(HttpOperation operation, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("responses");
    for (List<HttpOperation.Success> forms : byStatus(operation)) {
      HttpOperation.Success first = forms.getFirst();
      out.writeObjectFieldStart(Integer.toString(first.status()));
      out.writeStringField("description", first.description());
      if (!first.mediaType().isEmpty()) {
        writeContent(forms, out);
      }
      out.writeEndObject();
    }
    for (Map.Entry<Integer, String> refusal : refusals(operation).entrySet()) {
      out.writeObjectFieldStart(refusal.getKey().toString());
      out.writeStringField("description", refusal.getValue());
      out.writeObjectFieldStart("content");
      out.writeObjectFieldStart(Problem.MEDIA_TYPE);
      out.writeObjectFieldStart("schema");
      out.writeStringField("$ref", "#/components/schemas/Problem");
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** One status may come in several media types. */
  private static Collection<List<HttpOperation.Success>> byStatus(HttpOperation operation) {
    return operation.successes().stream()
        .collect(
            Collectors.groupingBy(
                HttpOperation.Success::status, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static void writeContent(List<HttpOperation.Success> forms, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("content");
    for (HttpOperation.Success success : forms) {
      out.writeObjectFieldStart(success.mediaType());
      if (success.shape().isPresent()) {
        out.writeFieldName("schema");
        success.shape().get().writeSchema(out);
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** Returns the codes of each status as the words of its description. */
  private static Map<Integer, String> refusals(HttpOperation operation) {
    return codes(operation).stream()
        .collect(
            Collectors.groupingBy(
                ErrorCode::status,
                TreeMap::new,
                Collectors.mapping(
                    code -> code.code() + ": " + code.title() + ".", Collectors.joining(" "))));
  }

  private static Set<ErrorCode> codes(HttpOperation operation) {
    Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
    codes.addAll(operation.refusals());
    codes.addAll(operation.impliedRefusals());
    return codes;
  }

  private static void writeComponents(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("components");
    out.writeObjectFieldStart("schemas");
    out.writeFieldName("Problem");
    Problem.SHAPE.writeSchema(out);
    out.writeEndObject();
    out.writeObjectFieldStart("securitySchemes");
    out.writeObjectFieldStart("bearer");
    out.writeStringField("type", "http");
    out.writeStringField("scheme", "bearer");
    out.writeStringField("description", "The access token of POST /auth.");
    out.writeEndObject();
    out.writeObjectFieldStart("receipt");
    out.writeStringField("type", "apiKey");
    out.writeStringField("in", "header");
    out.writeStringField("name", "Sallyport-Receipt");
    out.writeStringField("description", "The receipt of POST /service/upload.");
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }
}
