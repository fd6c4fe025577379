import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Sends a defect report with files, with nothing but the JDK (17 or later): put it into a game's
 * crash handler or a tool as it is.
 *
 * <pre>
 *   java examples/ReportClient.java URL TITLE [FILE...]
 * </pre>
 *
 * <p>The files go from here straight to the store, each with a form of its own and without being
 * held in memory; the server sees none of their bytes. Everything may be tried again after a
 * failure: a store keeps the first version of a file, and a report is known by the id that was made
 * for it before the first attempt.
 */
public final class ReportClient {
  private static final int TRIES = 5;
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final Duration UPLOAD = Duration.ofMinutes(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Set<String> FINAL =
      Set.of("CLEAN", "DISARMED", "VALIDATED", "REJECTED", "EXPIRED");

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  public ReportClient(URI server) {
    this.server = server;
  }

  /** A file that was sent, and the receipt that shows whose it is: a secret. */
  public record Sent(Path file, String attachmentId, String receipt) {}

  /** What became of a file; the reason stands with REJECTED. */
  public record Verdict(String state, Optional<String> reason) {}

  /** The server's or the store's no, in words for people; the code is stable. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    RefusedException(String code, String message) {
      super(message);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * Sends one file to quarantine.
   *
   * @throws RefusedException when the server grants no form for it or the store does not take it
   * @throws IOException when neither can be reached
   */
  public Sent send(Path file) throws IOException, InterruptedException {
    String type =
        Optional.ofNullable(URLConnection.guessContentTypeFromName(file.toString()))
            .orElse("application/octet-stream");
    Map<String, Object> wanted =
        Map.of(
            "name", file.getFileName().toString(), "contentType", type, "size", Files.size(file));
    Json grant = post("/service/upload", Map.of("attachments", List.of(wanted)), "");
    Json form = grant.get("uploads").list().get(0);
    Multipart body = new Multipart(form.get("fields").texts(), file);
    HttpResponse<String> answer =
        patiently(
            HttpRequest.newBuilder(URI.create(form.get("url").text()))
                .timeout(UPLOAD)
                .header("Content-Type", body.contentType())
                .POST(body.publisher())
                .build());
    if (answer.statusCode() / 100 != 2) {
      String code = answer.body().replaceAll("(?s).*<Code>(\\w{1,64})</Code>.*|.*", "$1");
      throw new RefusedException(
          code,
          "The store does not take "
              + file.getFileName()
              + ": "
              + answer.statusCode()
              + " "
              + code);
    }
    return new Sent(file, form.get("attachmentId").text(), grant.get("receipt").text());
  }

  /**
   * Sends a report. It is accepted even when every file turns out to be rejected later.
   *
   * @param report title and severity, and whatever else the server's /docs names
   * @return the report's id
   */
  public String report(Map<String, ?> report, List<Sent> files)
      throws IOException, InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>(report);
    body.put("clientReportId", UUID.randomUUID().toString());
    body.put("attachments", files.stream().map(Sent::attachmentId).toList());
    String receipts = files.stream().map(Sent::receipt).collect(Collectors.joining(","));
    return post("/service/reports", body, receipts).get("reportId").text();
  }

  /** Waits for what becomes of a file; after the time its state of then. */
  public Verdict await(Sent sent, Duration time) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    while (true) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.resolve("/service/attachments/" + sent.attachmentId()));
      Json state = call(request.header("Sallyport-Receipt", sent.receipt()).timeout(CALL).build());
      String name = state.get("state").text();
      if (FINAL.contains(name) || Instant.now().isAfter(end)) {
        return new Verdict(name, state.find("reason").map(Json::text));
      }
      Thread.sleep(500);
    }
  }

  private Json post(String path, Map<String, ?> body, String receipts)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(CALL)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(body)));
    if (!receipts.isEmpty()) {
      request.header("Sallyport-Receipt", receipts);
    }
    return call(request.build());
  }

  private Json call(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = patiently(request);
    if (answer.statusCode() / 100 == 2) {
      return Json.read(answer.body());
    }
    Json problem = answer.body().startsWith("{") ? Json.read(answer.body()) : Json.read("{}");
    StringBuilder said =
        new StringBuilder(
            problem.find("detail").map(Json::text).orElse("HTTP " + answer.statusCode()));
    for (Json error : problem.find("errors").map(Json::list).orElse(List.of())) {
      error
          .find("pointer")
          .ifPresent(pointer -> said.append('\n').append(pointer.text()).append(": "));
      error.find("detail").ifPresent(detail -> said.append(detail.text()));
    }
    throw new RefusedException(problem.find("code").map(Json::text).orElse(""), said.toString());
  }

  /** Tries again what failed on the way and what was asked to wait. */
  private HttpResponse<String> patiently(HttpRequest request)
      throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      Duration asked =
          Duration.ofMillis(ThreadLocalRandom.current().nextLong(500, 1000) << (tries - 1));
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        boolean passing = answer.statusCode() == 429 || answer.statusCode() >= 500;
        if (!passing || tries == TRIES) {
          return answer;
        }
        asked =
            answer
                .headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .orElse(asked);
      } catch (IOException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
      Thread.sleep((asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked).toMillis());
    }
  }

  /**
   * A form as RFC 7578 has it: every field in the order of the grant, the file last, as the store
   * demands.
   */
  private record Multipart(Map<String, String> fields, Path file, String boundary) {
    Multipart(Map<String, String> fields, Path file) {
      this(fields, file, UUID.randomUUID().toString());
    }

    String contentType() {
      return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() throws IOException {
      StringBuilder text = new StringBuilder();
      fields.forEach((name, value) ->
          text.append(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(boundary, name, value)));
      text.append(
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n"
              .formatted(boundary));
      byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
      byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
      // A known length, because a store does not take a body in chunks.
      return BodyPublishers.fromPublisher(
          BodyPublishers.ofInputStream(() -> stream(head, tail)),
          head.length + Files.size(file) + tail.length);
    }

    private InputStream stream(byte[] head, byte[] tail) {
      try {
        List<InputStream> parts =
            List.of(
                new ByteArrayInputStream(head),
                Files.newInputStream(file),
                new ByteArrayInputStream(tail));
        return new SequenceInputStream(Collections.enumeration(parts));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As much of JSON (RFC 8259) as the server's answers need; the JDK brings none. */
  private static final class Json {
    private final Object value;

    private Json(Object value) {
      this.value = value;
    }

    static Json read(String text) {
      Reader reader = new Reader(text);
      Json whole = new Json(reader.value(0));
      reader.end();
      return whole;
    }

    static String write(Object value) {
      if (value instanceof Map<?, ?> map) {
        return map.entrySet().stream()
            .map(e -> write(e.getKey()) + ":" + write(e.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      }
      if (value instanceof List<?> list) {
        return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
      }
      return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        out.append(
            c == '"' || c == '\\'
                ? "\\" + c
                : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
      return out.append('"').toString();
    }

    Json get(String name) {
      return find(name).orElseThrow(() -> new IllegalStateException("The answer has no " + name));
    }

    Optional<Json> find(String name) {
      return value instanceof Map<?, ?> map
          ? Optional.ofNullable(map.get(name)).map(Json::new)
          : Optional.empty();
    }

    String text() {
      return String.valueOf(value);
    }

    List<Json> list() {
      return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    Map<String, String> texts() {
      Map<String, String> all = new LinkedHashMap<>();
      if (value instanceof Map<?, ?> map) {
        map.forEach((name, text) -> all.put((String) name, (String) text));
      }
      return all;
    }

    private static final class Reader {
      private static final int DEEPEST = 32;
      private final String text;
      private int at;

      Reader(String text) {
        this.text = text;
      }

      Object value(int depth) {
        if (depth > DEEPEST) {
          throw wrong();
        }
        char first = skip();
        if (first == '{') {
          return object(depth);
        }
        if (first == '[') {
          return array(depth);
        }
        return first == '"' ? string() : word();
      }

      private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (skip() == '}') {
          at++;
          return members;
        }
        do {
          skip();
          String name = string();
          expect(':');
          members.put(name, value(depth + 1));
        } while (more('}'));
        return members;
      }

      private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        if (skip() == ']') {
          at++;
          return elements;
        }
        do {
          elements.add(value(depth + 1));
        } while (more(']'));
        return elements;
      }

      private boolean more(char close) {
        char next = skip();
        at++;
        if (next != ',' && next != close) {
          throw wrong();
        }
        return next == ',';
      }

      private String string() {
        StringBuilder out = new StringBuilder();
        expect('"');
        while (peek() != '"') {
          char c = text.charAt(at++);
          out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
      }

      private char escaped() {
        char c = peek();
        at++;
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
          return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u' || at + 4 > text.length()) {
          throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }

      /** Numbers and literals are kept as they stand: nothing here reckons with them. */
      private Object word() {
        int from = at;
        while (at < text.length() && "+-.0123456789Eaeflnrstu".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        if (from == at) {
          throw wrong();
        }
        return text.substring(from, at);
      }

      private void expect(char c) {
        if (skip() != c) {
          throw wrong();
        }
        at++;
      }

      private char skip() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        return peek();
      }

      private char peek() {
        if (at >= text.length()) {
          throw wrong();
        }
        return text.charAt(at);
      }

      void end() {
        if (!text.substring(at).isBlank()) {
          throw wrong();
        }
      }

      private IllegalStateException wrong() {
        return new IllegalStateException("The answer is not JSON at offset " + at);
      }
    }
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      System.err.println("usage: java ReportClient.java URL TITLE [FILE...]");
      System.exit(2);
    }
    ReportClient client = new ReportClient(URI.create(arguments[0]));
    try {
      List<Sent> sent = new ArrayList<>();
      for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
        sent.add(client.send(Path.of(file)));
        System.out.println("sent " + sent.get(sent.size() - 1).file().getFileName());
      }
      System.out.println(
          "report " + client.report(Map.of("title", arguments[1], "severity", "MEDIUM"), sent));
      for (Sent one : sent) {
        Verdict verdict = client.await(one, Duration.ofMinutes(1));
        System.out.println(
            one.file().getFileName()
                + ": "
                + verdict.state()
                + verdict.reason().map(" "::concat).orElse(""));
      }
    } catch (RefusedException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }
}
