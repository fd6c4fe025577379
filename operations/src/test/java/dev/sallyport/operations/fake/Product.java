package dev.sallyport.operations.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.HttpRequest;
import dev.sallyport.operations.HttpResponse;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Shape;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A whole product without a server. Every answer that a test gets has been checked for what every
 * answer must have: security headers, the request's id, and a body that fits its declared shape.
 */
public final class Product {
  public final Fakes fakes = new Fakes();
  private final TestComponent component = DaggerTestComponent.builder().fakes(fakes).build();
  private final OperationCatalog catalog = component.catalog();

  /** A request in the making. */
  public final class Sending {
    private final String method;
    private final String target;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};
    private InetAddress client = InetAddress.ofLiteral("192.0.2.1");

    private Sending(String method, String target) {
      this.method = method;
      this.target = target;
    }

    public Sending header(String name, String value) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    public Sending as(String token) {
      return header("Authorization", "Bearer " + token);
    }

    public Sending from(String address) {
      client = InetAddress.ofLiteral(address);
      return this;
    }

    public Sending json(String text) {
      return json(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sending json(byte[] text) {
      body = text.clone();
      return header("Content-Type", "application/json");
    }

    public Received send() {
      return dispatch(request());
    }

    public HttpRequest request() {
      int mark = target.indexOf('?');
      String path = mark < 0 ? target : target.substring(0, mark);
      return new HttpRequest(
          "request-1",
          method,
          path,
          query(mark < 0 ? "" : target.substring(mark + 1)),
          headers,
          body,
          client);
    }
  }

  /** An answer whose body fits the shape that was declared for it. */
  public record Received(
      int status, Map<String, String> headers, String text, Optional<JsonObject> json) {
    public JsonObject body() {
      return json.orElseThrow();
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Returns the places and codes of a refusal, such as {@code /title too_long}. */
    public List<String> errors() {
      return body().list("errors", JsonObject.class).stream()
          .map(error ->
              error
                      .find("pointer", String.class)
                      .or(() -> error.find("parameter", String.class))
                      .orElseThrow()
                  + " "
                  + error.text("code"))
          .toList();
    }

    public String code() {
      return body().text("code");
    }
  }

  public Sending send(String method, String target) {
    return new Sending(method, target);
  }

  public OperationCatalog catalog() {
    return catalog;
  }

  public TestComponent component() {
    return component;
  }

  public MessageOperation message(String id) {
    return component.messages().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }

  public ScheduledOperation schedule(String id) {
    return component.schedule().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private Received dispatch(HttpRequest request) {
    HttpResponse response = catalog.dispatch(request);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.headers())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Request-Id", request.requestId())
        .containsKeys("Content-Security-Policy", "Cache-Control");
    return new Received(response.status(), response.headers(), text, read(request, response));
  }

  private Optional<JsonObject> read(HttpRequest request, HttpResponse response) {
    Optional<HttpOperation> operation =
        catalog.operations().stream()
            .filter(candidate -> candidate.method().equals(request.method()))
            .filter(candidate -> fits(candidate.path().text(), request.path()))
            .findFirst();
    if (response.status() >= 400) {
      assertThat(response.headers()).containsEntry("Content-Type", Problem.MEDIA_TYPE);
      JsonObject problem = fitting(response.body(), Problem.SHAPE);
      assertThat(problem.text("requestId")).isEqualTo(request.requestId());
      assertThat(problem.get("status", Long.class)).isEqualTo(response.status());
      operation.ifPresent(known -> assertDeclared(known, problem.text("code")));
      return Optional.of(problem);
    }
    return operation
        .filter(_ -> !response.headers().getOrDefault("Content-Type", "").startsWith("image/"))
        .flatMap(known -> shape(known, response.status()))
        .map(shape -> fitting(response.body(), shape));
  }

  private static void assertDeclared(HttpOperation operation, String code) {
    boolean declared =
        operation.refusals().stream().anyMatch(c -> c.code().equals(code))
            || operation.impliedRefusals().stream().anyMatch(c -> c.code().equals(code));
    assertThat(declared).as("%s declares %s", operation.id(), code).isTrue();
  }

  private static Optional<Shape> shape(HttpOperation operation, int status) {
    HttpOperation.Success success =
        operation.successes().stream()
            .filter(candidate -> candidate.status() == status)
            .findFirst()
            .orElseThrow(() -> new AssertionError(operation.id() + " does not declare " + status));
    return success.shape();
  }

  /** Reads a text that has to fit. */
  public static JsonObject fitting(byte[] text, Shape shape) {
    return switch (JsonReader.read(text, shape)) {
      case Reading.Fits(Object value) -> (JsonObject) value;
      case Reading.Breaks(var violations) -> throw new AssertionError(violations.toString());
      case Reading.Malformed(String detail) -> throw new AssertionError(detail);
    };
  }

  private static boolean fits(String template, String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      query
          .computeIfAbsent(decode(pair.substring(0, equals)), _ -> new ArrayList<>())
          .add(decode(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
