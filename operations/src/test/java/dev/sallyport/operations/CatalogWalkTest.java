package dev.sallyport.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.fake.Product.Sending;
import dev.sallyport.operations.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation, whatever it does. */
class CatalogWalkTest {
  private static final String RECEIPT = "r".repeat(43);
  private static final String ID = "00000000-0000-4000-8000-000000000001";

  private final Product product = new Product();

  static Stream<HttpOperation> operations() {
    return new Product().catalog().operations().stream();
  }

  static Stream<HttpOperation> guarded() {
    return operations().filter(operation -> operation.access().needsPrincipal());
  }

  static Stream<HttpOperation> withBody() {
    return operations().filter(operation -> operation.body().isPresent());
  }

  /** A request that passes every check before the body. */
  private Sending knock(HttpOperation operation) {
    Sending sending = product.send(operation.method(), path(operation));
    operation.parameters().stream()
        .filter(parameter -> parameter.in() == Parameter.In.HEADER)
        .forEach(parameter ->
            sending.header(
                parameter.name(), parameter.name().equals("If-Match") ? "\"1\"" : RECEIPT));
    return operation.access().needsPrincipal() ? sending.as("admin") : sending;
  }

  private static String path(HttpOperation operation) {
    return operation.path().text().replaceAll("\\{[A-Za-z]+}", ID);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void strangersAreSentToSignIn(HttpOperation operation) {
    Received answer = product.send(operation.method(), path(operation)).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void callersWithoutTheRoleAreForbidden(HttpOperation operation) {
    List<String> tooLow =
        switch (operation.access()) {
          case PUBLIC, RECEIPT, USER -> List.of();
          case TRIAGER -> List.of("user", "dumps");
          case ADMIN -> List.of("user", "dumps", "triager", "dumps+triager");
        };
    for (String token : tooLow) {
      Received answer = product.send(operation.method(), path(operation)).as(token).send();
      assertThat(answer.status()).as(token).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoeverShowsATokenShowsAValidOne(HttpOperation operation) {
    for (String credentials : List.of("Bearer forged", "Basic dXNlcjpwYXNz", "Bearer", "")) {
      Received answer =
          product
              .send(operation.method(), path(operation))
              .header("Authorization", credentials)
              .send();
      assertThat(answer.status()).as(credentials).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void unknownQueryParametersAreRefusedByName(HttpOperation operation) {
    Sending sending = product.send(operation.method(), path(operation) + "?colour=red");
    operation.parameters().stream()
        .filter(parameter -> parameter.in() == Parameter.In.HEADER)
        .forEach(p -> sending.header(p.name(), p.name().equals("If-Match") ? "\"1\"" : RECEIPT));
    Received answer = (operation.access().needsPrincipal() ? sending.as("admin") : sending).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("colour unknown_parameter");
    assertThat(answer.text()).doesNotContain("red");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void bodiesThatAreNotDeclaredAsJsonAreRefused(HttpOperation operation) {
    for (String type : List.of("text/plain", "application/json; charset=utf-16", "", "json")) {
      Received answer = knock(operation).json("{}").header("Content-Type", type).send();
      assertThat(answer.status()).as(type).isEqualTo(415);
    }
    assertThat(
            knock(operation)
                .json("{")
                .header("Content-Type", "Application/JSON ; charset=\"UTF-8\"")
                .send()
                .code())
        .isEqualTo("malformed_json");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void hostileBodiesAreRefused(HttpOperation operation) {
    int limit = operation.body().orElseThrow().maxBytes();
    Map<String, String> bodies =
        Map.of(
            "",
            "invalid_request",
            "null",
            "invalid_request",
            "[]",
            "invalid_request",
            "\"text\"",
            "invalid_request",
            "{",
            "malformed_json",
            "{} {}",
            "malformed_json",
            "[".repeat(2000),
            "malformed_json",
            "{\"a\":".repeat(100) + "1" + "}".repeat(100),
            "malformed_json",
            "{\"no_such_field\":1}",
            "invalid_request",
            " ".repeat(limit + 1),
            "body_too_large");
    bodies.forEach((body, code) -> {
      Received answer = knock(operation).json(body).send();
      assertThat(answer.code()).as("%s for %.40s", operation.id(), body).isEqualTo(code);
    });
    assertThat(knock(operation).json("{\"no_such_field\":1}").send().errors())
        .contains("/no_such_field unknown_field");
    assertThat(knock(operation).json(new byte[] {'{', (byte) 0xff, '}'}).send().code())
        .isEqualTo("malformed_json");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operationsWithoutABodyTakeNone(HttpOperation operation) {
    int limit = product.catalog().maxBodyBytes(operation.method(), path(operation));
    assertThat(limit).isEqualTo(operation.body().map(HttpOperation.Body::maxBytes).orElse(0));
    if (limit == 0) {
      assertThat(knock(operation).json("{}").send().status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void otherMethodsAreRefusedWithThoseThatAreKnown(HttpOperation operation) {
    Received answer = product.send("MOVE", path(operation)).send();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains(operation.method()).endsWith("OPTIONS");
    assertThat(product.send("TRACE", path(operation)).send().status()).isEqualTo(405);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void preflightsAreAnsweredForAllowedOriginsOnly(HttpOperation operation) {
    Received allowed = preflight(operation, Fakes.ORIGIN);
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.text()).isEmpty();
    assertThat(allowed.headers())
        .containsEntry("Access-Control-Allow-Origin", Fakes.ORIGIN)
        .containsEntry("Vary", "Origin");
    assertThat(allowed.header("Access-Control-Allow-Methods")).contains(operation.method());
    assertThat(allowed.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "If-Match", "Sallyport-Receipt");
    Received foreign = preflight(operation, "https://evil.example.com");
    assertThat(foreign.status()).isEqualTo(204);
    assertThat(foreign.headers().keySet())
        .noneMatch(name -> name.startsWith("Access-Control-"))
        .contains("Vary");
  }

  private Received preflight(HttpOperation operation, String origin) {
    return product
        .send("OPTIONS", path(operation))
        .header("Origin", origin)
        .header("Access-Control-Request-Method", operation.method())
        .send();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void onlyFilesThatAreTheSameForEveryoneMayBeCached(HttpOperation operation) {
    Received answer = knock(operation).send();
    boolean file =
        operation.successes().stream()
            .allMatch(success -> success.shape().isEmpty() && !success.mediaType().isEmpty());
    assertThat(answer.header("Cache-Control")).isEqualTo(file ? "public, max-age=300" : "no-store");
  }

  @Test
  void refusalsAndRequestsAreMetered() {
    assertThat(product.send("GET", "/service/status").send().status()).isEqualTo(200);
    assertThat(product.send("GET", "/nowhere").send().code()).isEqualTo("not_found");
    assertThat(product.fakes.metrics.counted)
        .contains(
            "http.requests operation=showStatus status=200",
            "http.requests operation=none status=404");
    assertThat(product.fakes.metrics.timed).contains("http.time operation=showStatus");
  }

  @Test
  void aPortThatIsDownIsUnavailableForAWhile() {
    product.fakes.ledger.failure = Optional.of(new PortUnavailableException("secret", null));
    Received answer = showAttachment();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.text()).doesNotContain("secret");
  }

  @Test
  void anUnknownOutcomeIsSaidToBeUnknown() {
    product.fakes.ledger.failure = Optional.of(new OutcomeUnknownException("secret", null));
    Received answer = showAttachment();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("outcome_unknown");
  }

  @Test
  void aMistakeOfOursTellsNothingOfItself() {
    product.fakes.ledger.failure = Optional.of(new IllegalStateException("secret"));
    Received answer = showAttachment();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.text()).doesNotContain("secret", "Exception");
  }

  private Received showAttachment() {
    return product
        .send("GET", "/service/attachments/" + ID)
        .header("Sallyport-Receipt", RECEIPT)
        .send();
  }

  @Test
  void serversRefuseInTheSameForm() {
    HttpRequest request =
        product.send("POST", "/service/upload").header("Origin", Fakes.ORIGIN).request();
    HttpResponse answer =
        product
            .catalog()
            .refuse(request, ErrorCode.TOO_MANY_REQUESTS, Optional.of(Duration.ofMillis(1500)));
    JsonObject problem = Product.fitting(answer.body(), Problem.SHAPE);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(problem.text("code")).isEqualTo("too_many_requests");
    assertThat(answer.headers())
        .containsEntry("Retry-After", "2")
        .containsEntry("Access-Control-Allow-Origin", Fakes.ORIGIN);
  }

  @Test
  void everyOperationFollowsItsDeclaration() {
    Set<String> ids = new HashSet<>();
    for (HttpOperation operation : product.catalog().operations()) {
      assertThat(ids.add(operation.id())).isTrue();
      assertThat(operation.summary()).endsWith(".");
      assertThat(operation.toString()).contains(operation.access().name());
    }
    assertThat(new TreeSet<>(List.of(AccessRule.values())))
        .containsAll(product.catalog().operations().stream().map(HttpOperation::access).toList());
  }

  @Test
  void anIdCannotBeUsedTwice() {
    HttpOperation one = operation("/one");
    HttpOperation two = operation("/two");
    assertThatThrownBy(() ->
            new OperationCatalog(
                Set.of(one, two),
                _ -> {
                  throw new AssertionError("nobody calls");
                },
                CorsPolicy.none(),
                product.fakes.metrics))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same");
  }

  private static HttpOperation operation(String path) {
    return HttpOperation.of("same", "GET", path, AccessRule.PUBLIC)
        .summary("A thing.")
        .answersBytes(200, "Done.", "text/plain")
        .calls(_ -> Answer.bytes("text/plain", "".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void originsAreWrittenOutWithoutWildcards() {
    for (String origin :
        List.of("*", "https://*.example.com", "https://example.com/", "null", "example.com")) {
      assertThatThrownBy(() -> new CorsPolicy(Set.of(origin)))
          .as(origin)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
