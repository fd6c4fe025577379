package dev.sallyport.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions say, letter by letter. */
class AnswersTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static HttpResponse response(int status, String type, byte[] body) {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    if (!type.isEmpty()) {
      headers.put("Content-Type", type);
    }
    headers.put("X-Request-Id", "r1");
    return new HttpResponse(status, headers, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/problem+json",
        "text/html; charset=utf-8",
        "application/openapi+json"
      })
  void textIsWrittenAsText(String type) throws IOException {
    ApiGatewayAnswer.write(
        response(200, type, "\"grün 🌿\"\n".getBytes(StandardCharsets.UTF_8)), out);
    assertThat(written())
        .isEqualTo(
            "{\"statusCode\":200,\"headers\":{\"Content-Type\":\""
                + type
                + "\",\"X-Request-Id\":\"r1\"},\"body\":\"\\\"grün 🌿\\\"\\n\","
                + "\"isBase64Encoded\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/octet-stream", "application/zip", ""})
  void bytesAreWrittenAsBase64InOneLine(String type) throws IOException {
    byte[] body = new byte[100];
    body[0] = (byte) 0xff;
    ApiGatewayAnswer.write(response(200, type, body), out);
    assertThat(written())
        .endsWith("\"body\":\"/w" + "A".repeat(132) + "==\",\"isBase64Encoded\":true}")
        .doesNotContain("\\n");
  }

  @Test
  void anAnswerWithoutContentHasNoBody() throws IOException {
    ApiGatewayAnswer.write(response(204, "", new byte[0]), out);
    assertThat(written()).isEqualTo("{\"statusCode\":204,\"headers\":{\"X-Request-Id\":\"r1\"}}");
  }

  @Test
  void anEmptyBodyIsWritten() throws IOException {
    ApiGatewayAnswer.write(response(200, "text/plain", new byte[0]), out);
    assertThat(written()).endsWith("\"body\":\"\",\"isBase64Encoded\":false}");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void anAuthorizerSaysOneWord(boolean isAuthorized) throws IOException {
    AuthorizerAnswer.write(isAuthorized, out);
    assertThat(written()).isEqualTo("{\"isAuthorized\":" + isAuthorized + "}");
  }

  @Test
  void messagesThatComeAgainAreNamed() throws IOException {
    SqsBatch.writeFailures(List.of("m1", "m\"2"), out);
    assertThat(written())
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m\\\"2\"}]}");
  }

  @Test
  void noMessageThatComesAgainIsAnEmptyList() throws IOException {
    SqsBatch.writeFailures(List.of(), out);
    assertThat(written()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void headersKeepTheirOrder() throws IOException {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("Z", "A", "M")) {
      headers.put(name, name);
    }
    ApiGatewayAnswer.write(new HttpResponse(204, headers, new byte[0]), out);
    assertThat(written()).contains("{\"Z\":\"Z\",\"A\":\"A\",\"M\":\"M\"}");
    assertThat(Map.copyOf(headers)).hasSize(3);
  }
}
