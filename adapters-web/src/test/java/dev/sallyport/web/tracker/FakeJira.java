package dev.sallyport.web.tracker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sallyport.contract.http.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A server that answers as Jira Cloud documents it, for one project setup, and that can be told to
 * go wrong once.
 */
final class FakeJira implements AutoCloseable {
  static final JiraLogin LOGIN = new JiraLogin("bot@example.com", "token-1");

  private static final Set<String> PROJECTS = Set.of("DEMO", "OTHER");
  private static final Map<String, Set<String>> NAMES =
      Map.of("priority", Set.of("High", "Low"), "customfield_10002", Set.of("LOW", "HIGH"));
  private static final Set<String> FIELDS =
      Set.of(
          "project",
          "issuetype",
          "summary",
          "description",
          "labels",
          "priority",
          "environment",
          "customfield_10001",
          "customfield_10002");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Optional<Fault> fault = Optional.empty();

  /** What was made, with the body that made it. */
  record Issue(String key, String label, JsonNode fields) {}

  /** Takes an exchange away before or after it had its effect. */
  record Fault(boolean happens, Answering answering) {}

  /** Answers instead. */
  interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  FakeJira() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI site() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Goes wrong with the next request, before it has any effect. */
  synchronized void failBefore(Answering answering) {
    fault = Optional.of(new Fault(false, answering));
  }

  /** Goes wrong with the next request, after it has had its effect. */
  synchronized void failAfter(Answering answering) {
    fault = Optional.of(new Fault(true, answering));
  }

  synchronized List<Issue> issues() {
    return List.copyOf(issues);
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** An answer of any status, with header fields in turn. */
  static Answering status(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    Optional<Fault> now = fault;
    fault = Optional.empty();
    if (now.isPresent() && !now.get().happens()) {
      now.get().answering().to(exchange);
      return;
    }
    Answering answer = answer(exchange, body);
    now.map(Fault::answering).orElse(answer).to(exchange);
  }

  private Answering answer(HttpExchange exchange, String body) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (!LOGIN.authorization().equals(given)) {
      return status(401, "Client must be authenticated to access this resource.");
    }
    JsonNode json = JsonNode.parse(body);
    return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI()) {
      case "POST /rest/api/3/issue" -> create(json.get("fields"));
      case "POST /rest/api/3/search/jql" -> search(json.text("jql"));
      default -> status(404, "{}");
    };
  }

  private Answering create(JsonNode fields) {
    Map<String, String> errors = errors(fields);
    if (!errors.isEmpty()) {
      String members =
          errors.entrySet().stream()
              .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
              .collect(Collectors.joining(","));
      return status(400, "{\"errorMessages\":[],\"errors\":{" + members + "}}");
    }
    int id = 10_000 + issues.size();
    String key = fields.get("project").text("key") + "-" + (issues.size() + 1);
    issues.add(new Issue(key, String.valueOf(fields.list("labels").getFirst().value()), fields));
    return status(
        201,
        "{\"id\":\"%d\",\"key\":\"%s\",\"self\":\"%s/rest/api/3/issue/%d\"}"
            .formatted(id, key, site(), id));
  }

  private static Map<String, String> errors(JsonNode fields) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!PROJECTS.contains(fields.get("project").text("key"))) {
      errors.put("project", "valid project is required");
    }
    if (!Set.of("Bug", "Task").contains(fields.get("issuetype").text("name"))) {
      errors.put("issuetype", "The issue type selected is invalid.");
    }
    String summary = fields.text("summary");
    if (summary.isBlank() || summary.length() >= 255 || summary.contains("\n")) {
      errors.put("summary", "Summary must be less than 255 characters.");
    }
    for (String name : fields.names()) {
      if (!FIELDS.contains(name)) {
        errors.put(name, "Field cannot be set. It is not on the appropriate screen, or unknown.");
      }
    }
    NAMES.forEach((name, known) -> {
      String by = name.equals("priority") ? "name" : "value";
      if (fields.has(name) && !known.contains(fields.get(name).text(by))) {
        errors.put(name, "Option is not valid");
      }
    });
    for (String name : List.of("description", "environment")) {
      if (fields.has(name) && !isDocument(fields.get(name))) {
        errors.put(name, "Operation value must be an Atlassian Document");
      }
    }
    return errors;
  }

  /** A document as this product writes it: one paragraph of plain text nodes and breaks. */
  private static boolean isDocument(JsonNode document) {
    boolean isPlain =
        document.list("content").getFirst().list("content").stream()
            .allMatch(node ->
                node.text("type").equals("hardBreak")
                    || (node.names().equals(List.of("type", "text"))
                        && node.text("type").equals("text")
                        && !node.text("text").isEmpty()));
    return document.number("version") == 1
        && document.text("type").equals("doc")
        && document.list("content").getFirst().text("type").equals("paragraph")
        && isPlain;
  }

  private Answering search(String jql) {
    String found =
        issues.stream()
            .filter(issue ->
                jql.equals("labels = \"" + issue.label() + "\" ORDER BY created ASC, key ASC"))
            .map(issue -> "{\"expand\":\"\",\"id\":\"1\",\"key\":\"" + issue.key() + "\"}")
            .limit(1)
            .collect(Collectors.joining(","));
    return status(200, "{\"issues\":[" + found + "],\"isLast\":true}");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
