package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.lambda.event.RecordedEvents;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFunctionTest {
  private static final int MOST_BODY = 64;
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final ObjectShape NAMED =
      ObjectShape.of(Member.required("name", TextShape.text(1, 60)));

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<String> calls = new ArrayList<>();
  private final HttpFunction function =
      new HttpFunction(
          new OperationCatalog(
              Set.of(
                  operation("show", "GET", "/things/{id}")
                      .takes(Parameter.path("id", TextShape.text(1, 60), "Which."))
                      .takes(Parameter.query("q", TextShape.text(0, 60), "What."))
                      .answers(200, "A thing", NAMED)
                      .calls(this::show),
                  operation("make", "POST", "/things")
                      .body(NAMED, MOST_BODY)
                      .answers(201, "Made", NAMED)
                      .calls(this::make),
                  operation("picture", "GET", "/picture")
                      .answersBytes(200, "A picture", "image/png")
                      .calls(_ -> Answer.bytes("image/png", new byte[] {(byte) 0x89, 'P', 0}))),
              _ -> new TokenVerdict.Refused(Cause.MALFORMED),
              new CorsPolicy(Set.of("https://portal.example.org")),
              metrics),
          metrics);

  private static HttpOperation.Builder operation(String id, String method, String path) {
    return HttpOperation.of(id, method, path, AccessRule.PUBLIC).summary("Tested.");
  }

  private Answer show(Call call) {
    return named(call.parameter("id", String.class), call);
  }

  private Answer make(Call call) {
    return named(call.body().text("name"), call);
  }

  private Answer named(String name, Call call) {
    calls.add(
        name
            + " "
            + call.findParameter("q", String.class).orElse("none")
            + " "
            + call.client().getHostAddress());
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("name", name);
          out.writeEndObject();
        });
  }

  private String handle(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handle(RecordedEvents.stream(event), out, "request-1");
    return out.toString(StandardCharsets.UTF_8);
  }

  private String post(Map<String, String> headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return handle(
        Events.http("POST", "/things", "", headers, Base64.getEncoder().encodeToString(bytes)));
  }

  private String get(String path, String query, Map<String, String> headers) throws IOException {
    return handle(Events.http("GET", path, query, headers, ""));
  }

  @Test
  void aRequestReachesItsOperationAndItsAnswerTheCaller() throws IOException {
    assertThat(get("/things/für dich", "q=a%26b+c", Map.of()))
        .startsWith("{\"statusCode\":200,\"headers\":{\"X-Request-Id\":\"request-1\",")
        .contains("\"Content-Type\":\"application/json\"")
        .endsWith("\"body\":\"{\\\"name\\\":\\\"für dich\\\"}\",\"isBase64Encoded\":false}");
    assertThat(calls).containsExactly("für dich a&b c 192.0.2.1");
    assertThat(metrics.flushes).isEqualTo(1);
    assertThat(metrics.flushed).contains("http.requests operation show status 200");
  }

  @Test
  void aBodyArrivesDecoded() throws IOException {
    assertThat(post(JSON, "{\"name\":\"Müller\"}")).contains("\"statusCode\":200");
    assertThat(calls).containsExactly("Müller none 192.0.2.1");
  }

  @Test
  void bytesAreAnsweredAsBase64() throws IOException {
    assertThat(get("/picture", "", Map.of()))
        .contains("\"Content-Type\":\"image/png\"")
        .endsWith("\"body\":\"iVAA\",\"isBase64Encoded\":true}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404",
    "GET, '', 404",
    "DELETE, /things, 405",
    "get, /things/a, 405",
    "'', /things/a, 405",
    "GET, /things/a/, 404",
    "GET, //things/a, 404"
  })
  void whatIsNotThereIsRefusedAsEverywhere(String method, String path, int status)
      throws IOException {
    assertThat(handle(Events.http(method, path, "", Map.of(), "")))
        .contains("\"statusCode\":" + status, "application/problem+json", "request-1");
    assertThat(calls).isEmpty();
    assertThat(metrics.flushed).contains("http.requests operation none status " + status);
  }

  @Test
  void aPreflightIsAnsweredWithoutABody() throws IOException {
    assertThat(
            handle(
                Events.http(
                    "OPTIONS",
                    "/things",
                    "",
                    Map.of(
                        "origin",
                        "https://portal.example.org",
                        "access-control-request-method",
                        "POST"),
                    "")))
        .startsWith("{\"statusCode\":204,")
        .contains("\"Access-Control-Allow-Origin\":\"https://portal.example.org\"")
        .doesNotContain("\"body\"");
  }

  @Test
  void aBodyOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws IOException {
    String most = "{\"name\":\"x\"" + " ".repeat(MOST_BODY - 12) + "}";
    assertThat(most).hasSize(MOST_BODY);
    assertThat(post(JSON, most)).contains("\"statusCode\":200");
    assertThat(post(JSON, most + " ")).contains("\"statusCode\":413", "body_too_large");
    assertThat(calls).hasSize(1);
  }

  @Test
  void aBodyThatNobodyTakesIsNotLookedAt() throws IOException {
    String body = Base64.getEncoder().encodeToString(new byte[100_000]);
    assertThat(handle(Events.http("GET", "/things/a", "", Map.of(), body)))
        .contains("\"statusCode\":200");
    assertThat(handle(Events.http("GET", "/nowhere", "", Map.of(), body)))
        .contains("\"statusCode\":404");
  }

  @Test
  void aBodyThatIsNoBase64IsRefused() throws IOException {
    assertThat(handle(Events.http("POST", "/things", "", JSON, "***")))
        .contains("\"statusCode\":400", "invalid_request");
  }

  @Test
  void headersAreCountedWithAllCookiesAsOne() throws IOException {
    Map<String, String> headers =
        IntStream.range(0, 99).boxed().collect(Collectors.toMap(i -> "x-" + i, _ -> "1"));
    assertThat(get("/things/a", "", headers)).contains("\"statusCode\":200");
    Map<String, String> more = new HashMap<>(headers);
    more.put("x-99", "1");
    assertThat(get("/things/a", "", more)).contains("\"statusCode\":431", "headers_too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%ZZ", "q=%", "q=%ff", "%=1"})
  void aQueryThatIsNotEncodedIsRefused(String query) throws IOException {
    assertThat(get("/things/a", query, Map.of())).contains("\"statusCode\":400", "invalid_request");
    assertThat(calls).isEmpty();
  }

  @Test
  void aQueryOfTooManyPartsIsRefused() throws IOException {
    assertThat(get("/things/a", "&".repeat(99), Map.of())).contains("\"statusCode\":200");
    assertThat(get("/things/a", "&".repeat(100), Map.of())).contains("\"statusCode\":400");
  }

  @Test
  void aNameThatIsAlmostTheWholeRequestIsRefusedWithAnAnswer() throws IOException {
    String name = "n".repeat(10_000);
    assertThat(get("/things/a", name + "=1", Map.of(name, "1"))).contains("\"statusCode\":400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"body\":\"hunter2"})
  void whatIsNoEventFailsTheInvocationAndQuotesNothing(String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> function.handle(RecordedEvents.stream(event), out, "request-1"))
        .withNoCause()
        .withMessageNotContaining("hunter2");
    assertThat(out.size()).isZero();
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void practiceCallsNobodyAndLeavesNoTrace() {
    function.practise();
    assertThat(calls).isEmpty();
    assertThat(metrics.pending).isEmpty();
    assertThat(metrics.flushes).isZero();
  }
}
