package dev.sallyport.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.QueryString;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewayEventTest {
  private static ApiGatewayEvent read(String event) throws IOException {
    return ApiGatewayEvent.read(RecordedEvents.stream(event));
  }

  private static ApiGatewayEvent recorded(String name) throws IOException {
    return read(RecordedEvents.text(name));
  }

  @Test
  void aRequestIsReadAsItCame() throws IOException {
    ApiGatewayEvent event = recorded("http-api-get.json");
    assertThat(event.method()).isEqualTo("GET");
    assertThat(event.path()).isEqualTo("/service/reports/f%C3%BCr%20dich");
    assertThat(event.query()).isEqualTo("state=open&state=triaged&q=a%26b+c%2Bd&empty=");
    assertThat(event.header("cookie")).contains("theme=dark; lang=de");
    assertThat(event.header("accept")).contains("application/json,text/plain");
    assertThat(event.header("referer")).isEmpty();
    assertThat(event.headers()).hasSize(9);
    assertThat(event.body()).hasValueSatisfying(body -> assertThat(body).isEmpty());
    assertThat(event.sourceIp()).isEqualTo(InetAddress.ofLiteral("2001:db8::7"));
  }

  @Test
  void theQueryKeepsWhatTheGatewaysOwnReadingOfItLoses() throws IOException {
    assertThat(QueryString.parse(recorded("http-api-get.json").query(), 100))
        .contains(
            Map.of(
                "state",
                List.of("open", "triaged"),
                "q",
                List.of("a&b c+d"),
                "empty",
                List.of("")));
  }

  @Test
  void aBodyInBase64IsItsBytes() throws IOException {
    ApiGatewayEvent event = recorded("http-api-post.json");
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.body())
        .hasValueSatisfying(body ->
            assertThat(body).asString(StandardCharsets.UTF_8).isEqualTo("{\"name\":\"Müller\"}"));
    assertThat(event.headers()).doesNotContainKey("cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"****", "e", "eyJ hIn0=", "_-_-"})
  void aBodyThatSaysToBeBase64AndIsNotIsNone(String body) throws IOException {
    assertThat(read("{\"isBase64Encoded\":true,\"body\":\"" + body + "\"}").body()).isEmpty();
  }

  @Test
  void aBodyThatIsTextIsUtf8() throws IOException {
    assertThat(read("{\"body\":\"gr\\u00fcn \\ud83c\\udf3f\",\"isBase64Encoded\":false}").body())
        .hasValueSatisfying(
            body -> assertThat(body).asString(StandardCharsets.UTF_8).isEqualTo("grün 🌿"));
  }

  @Test
  void aQuestionToAnAuthorizerIsARequestToo() throws IOException {
    ApiGatewayEvent event = recorded("authorizer.json");
    assertThat(event.method()).isEqualTo("POST");
    assertThat(event.header("authorization")).contains("Bearer header.claims.signature");
  }

  @Test
  void headersThatDifferInTheirCaseAreOne() throws IOException {
    assertThat(read("{\"headers\":{\"Accept\":\"a\",\"accept\":\"b\",\"X\":null}}").headers())
        .containsExactly(Map.entry("accept", "a, b"));
  }

  @Test
  void aNewerVersionOfTheEventIsReadAsFarAsItIsKnown() throws IOException {
    String newer =
        RecordedEvents.text("http-api-get.json")
            .replace("\"version\": \"2.0\"", "\"version\": \"3.7\", \"edge\": {\"pop\": [[1], {}]}")
            .replace("\"protocol\": \"HTTP/1.1\"", "\"protocol\": {\"name\": \"HTTP\"}");
    ApiGatewayEvent event = read(newer);
    assertThat(event.method()).isEqualTo("GET");
    assertThat(event.sourceIp()).isEqualTo(InetAddress.ofLiteral("2001:db8::7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"requestContext\":null,\"headers\":null,\"cookies\":null,\"rawPath\":null,\"body\":null}",
        "{\"requestContext\":[],\"headers\":[1],\"cookies\":{},\"rawPath\":{},\"body\":[]}",
        "{\"requestContext\":{\"http\":\"GET\"},\"headers\":\"a\",\"isBase64Encoded\":[true]}",
        "{\"requestContext\":{\"http\":{\"method\":{},\"sourceIp\":[]}},\"rawQueryString\":{}}"
      })
  void whatIsMissingOrOfAnotherTypeIsEmpty(String json) throws IOException {
    ApiGatewayEvent event = read(json);
    assertThat(event.method()).isEmpty();
    assertThat(event.path()).isEmpty();
    assertThat(event.query()).isEmpty();
    assertThat(event.headers()).isEmpty();
    assertThat(event.body()).hasValueSatisfying(body -> assertThat(body).isEmpty());
    assertThat(event.sourceIp().isAnyLocalAddress()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/plain/path-._~!$&'()*+;=:@, /plain/path-._~!$&'()*+;=:@",
    "/a b, /a%20b",
    "/a?b#c, /a%3Fb%23c",
    "/a%2Fb, /a%2Fb",
    "/\\u00fc\\u2028, /%C3%BC%E2%80%A8",
    "/\\r\\nx:y, /%0D%0Ax:y",
    "/\\u0000, /%00",
    "/\\ud800, /%3F",
    "/[\\\\], /%5B%5C%5D"
  })
  void whatCannotStandInAPathIsEncoded(String json, String path) throws IOException {
    assertThat(read("{\"rawPath\":\"" + json + "\"}").path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "example.org",
        "1.2.3.4.5",
        "256.0.0.1",
        "fe80::1%eth0",
        "192.0.2.1:80"
      })
  void whoComesFromNoAddressComesFromTheUnspecifiedOne(String address) throws IOException {
    String event = "{\"requestContext\":{\"http\":{\"sourceIp\":\"" + address + "\"}}}";
    assertThat(read(event).sourceIp()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));
  }

  @Test
  void nothingOfTheCallerIsInItsText() throws IOException {
    assertThat(recorded("authorizer.json")).hasToString("ApiGatewayEvent[POST, redacted]");
  }
}
