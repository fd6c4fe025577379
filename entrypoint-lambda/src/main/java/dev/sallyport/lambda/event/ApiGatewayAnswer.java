package dev.sallyport.lambda.event;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.operations.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as an HTTP API takes it, payload 2.0. */
public final class ApiGatewayAnswer {
  private static final int NO_CONTENT = 204;

  private ApiGatewayAnswer() {}

  /** Writes an answer; a body that is no text goes as base64. */
  public static void write(HttpResponse response, OutputStream to) throws IOException {
    EventReader.write(
        to,
        out -> {
          out.writeStartObject();
          out.writeNumberField("statusCode", response.status());
          out.writeObjectFieldStart("headers");
          for (Map.Entry<String, String> header : response.headers().entrySet()) {
            out.writeStringField(header.getKey(), header.getValue());
          }
          out.writeEndObject();
          if (response.status() != NO_CONTENT) {
            writeBody(response, out);
          }
          out.writeEndObject();
        });
  }

  private static void writeBody(HttpResponse response, JsonGenerator out) throws IOException {
    String type = response.headers().getOrDefault("Content-Type", "");
    boolean isText = type.startsWith("text/") || type.contains("json");
    out.writeFieldName("body");
    if (isText) {
      out.writeString(new String(response.body(), StandardCharsets.UTF_8));
    } else {
      out.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, response.body(), 0, response.body().length);
    }
    out.writeBooleanField("isBase64Encoded", !isText);
  }
}
