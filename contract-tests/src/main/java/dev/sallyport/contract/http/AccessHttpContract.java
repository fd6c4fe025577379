package dev.sallyport.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what, and what every answer looks like. */
public interface AccessHttpContract extends HttpTarget {
  /** An id that nothing has. */
  String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  @Test
  default void theStatusIsOnline() {
    Received answer = driver().send("GET", "/service/status").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json().text("status")).isEqualTo("online");
  }

  @Test
  default void everyAnswerHasItsSecurityHeaders() {
    List<Received> answers =
        List.of(
            driver().send("GET", "/service/status").send(),
            driver().send("GET", "/service/reports").send(),
            driver().send("GET", "/no/such/path").send(),
            driver().send("POST", "/service/upload").json("{").send(),
            driver().send("OPTIONS", "/service/upload").send());
    for (Received answer : answers) {
      assertThat(answer.headers())
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cache-control", "no-store");
      assertThat(answer.header("content-security-policy")).startsWith("default-src 'none'");
      assertThat(answer.header("x-request-id")).isNotEmpty();
    }
  }

  @Test
  default void strangersAndLowRolesAreTurnedAway() {
    Map<String, String> operations =
        Map.of(
            "/service/reports",
            "GET",
            "/service/reports/" + UNKNOWN,
            "GET",
            "/service/reports/" + UNKNOWN + "/attachments/" + UNKNOWN,
            "GET",
            "/service/reports/" + UNKNOWN + "/comments",
            "POST",
            "/service/reports/bulk",
            "POST",
            "/service/searches/recent",
            "GET",
            "/service/operations/limits",
            "GET",
            "/service/operations/resanitize",
            "POST",
            "/service/operations/resanitize/" + UNKNOWN,
            "GET",
            "/service/clientconfiguration",
            "PUT");
    operations.forEach((path, method) -> {
      Received stranger = driver().send(method, path).send();
      assertRefused(stranger, 401, "unauthenticated");
      assertThat(stranger.header("www-authenticate")).startsWith("Bearer");
      assertRefused(driver().send(method, path).as(userToken()).send(), 403, "forbidden");
    });
    assertRefused(
        driver().send("GET", "/service/operations/limits").as(triagerToken()).send(),
        403,
        "forbidden");
    assertThat(driver().send("GET", "/service/operations/limits").as(adminToken()).send().status())
        .isEqualTo(200);
  }

  @Test
  default void aTokenThatIsShownIsValid() {
    String token = triagerToken();
    String tampered = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
    for (String wrong : List.of(tampered, "x", "a.b.c")) {
      assertRefused(
          driver().send("GET", "/service/status").as(wrong).send(), 401, "unauthenticated");
      assertRefused(
          driver().send("GET", "/service/reports").as(wrong).send(), 401, "unauthenticated");
    }
  }

  @Test
  default void unknownPathsAndMethodsAreToldApart() {
    assertRefused(driver().send("GET", "/service").send(), 404, "not_found");
    assertRefused(driver().send("GET", "/service/status/").send(), 404, "not_found");
    Received answer = driver().send("DELETE", "/service/reports").as(adminToken()).send();
    assertRefused(answer, 405, "method_not_allowed");
    assertThat(answer.header("allow")).contains("GET", "HEAD", "POST", "OPTIONS");
  }

  @Test
  default void headAnswersLikeGetWithoutTheBody() {
    for (String path : List.of("/docs", "/openapi.json", "/service/clientconfiguration")) {
      Received get = driver().send("GET", path).send();
      Received head = driver().send("HEAD", path).send();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : List.of("content-type", "content-length", "cache-control", "etag")) {
        assertThat(head.header(name)).as(path + " " + name).isEqualTo(get.header(name));
      }
    }
  }

  @Test
  default void headIsRefusedWhereGetIs() {
    assertThat(driver().send("HEAD", "/service/reports").send().status()).isEqualTo(401);
    assertThat(driver().send("HEAD", "/service/reports").as(userToken()).send().status())
        .isEqualTo(403);
    assertThat(driver().send("HEAD", "/nowhere").send().status()).isEqualTo(404);
    Received noGet = driver().send("HEAD", "/auth").send();
    assertThat(noGet.status()).isEqualTo(405);
    assertThat(noGet.header("allow")).isEqualTo("POST, OPTIONS");
    assertThat(noGet.body()).isEmpty();
  }

  @Test
  default void onlyTheAllowedOriginPassesThePreflight() {
    Received allowed = preflight(allowedOrigin());
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.body()).isEmpty();
    assertThat(allowed.headers())
        .containsEntry("access-control-allow-origin", allowedOrigin())
        .containsEntry("vary", "Origin");
    assertThat(allowed.header("access-control-allow-methods")).contains("PATCH");
    assertThat(allowed.header("access-control-allow-headers")).contains("Sallyport-Receipt");
    assertThat(preflight("https://evil.example.com").headers().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    assertThat(
            driver()
                .send("GET", "/service/status")
                .header("Origin", allowedOrigin())
                .send()
                .header("access-control-allow-origin"))
        .isEqualTo(allowedOrigin());
  }

  private Received preflight(String origin) {
    return driver()
        .send("OPTIONS", "/service/reports/" + UNKNOWN)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "authorization,if-match")
        .send();
  }

  @Test
  default void theDocumentDescribesTheOperations() {
    JsonNode document = driver().send("GET", "/openapi.json").send().json();
    assertThat(document.text("openapi")).startsWith("3.1");
    assertThat(document.get("paths").has("/service/upload")).isTrue();
    Received page = driver().send("GET", "/docs").send();
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy")).contains("script-src 'self'");
  }

  /** Asserts that an answer is a refusal in the one form of all refusals. */
  static void assertRefused(Received answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.number("status")).isEqualTo(status);
    assertThat(problem.text("code")).isEqualTo(code);
    assertThat(problem.text("requestId")).isEqualTo(answer.header("x-request-id"));
    assertThat(problem.text("type")).endsWith(code);
    assertThat(problem.has("title")).isTrue();
  }
}
