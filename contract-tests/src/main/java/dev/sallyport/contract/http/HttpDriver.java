package dev.sallyport.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks HTTP with a product, and posts forms wherever they say. */
public final class HttpDriver {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

  private final URI base;

  /** Speaks with the product whose address begins so. */
  public HttpDriver(URI base) {
    this.base = base;
  }

  /**
   * An answer.
   *
   * @param status its status
   * @param headers first values by lower-case name
   * @param body its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Read by tests, compared by none.
  public record Received(int status, Map<String, String> headers, byte[] body) {
    /** Returns a header, or an empty text. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Returns the body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the body as JSON. */
    public JsonNode json() {
      return JsonNode.parse(text());
    }

    /** Returns the places and codes of a refusal, such as {@code /title too_long}. */
    public List<String> errors() {
      return json().list("errors").stream()
          .map(error ->
              error.text(error.has("pointer") ? "pointer" : "parameter") + " " + error.text("code"))
          .toList();
    }
  }

  /** A request in the making. */
  public final class Sending {
    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    private Sending(String method, String target) {
      this.method = method;
      this.request = HttpRequest.newBuilder(URI.create(base + target)).timeout(PATIENCE);
    }

    /** Adds a header. */
    public Sending header(String name, String value) {
      request.setHeader(name, value);
      return this;
    }

    /** Shows an access token. */
    public Sending as(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** Sends JSON. */
    public Sending json(String text) {
      body = HttpRequest.BodyPublishers.ofString(text);
      return header("Content-Type", "application/json");
    }

    /** Sends and waits for the answer. */
    public Received send() {
      return HttpDriver.send(request.method(method, body).build());
    }
  }

  /** Begins a request to the product. */
  public Sending send(String method, String target) {
    return new Sending(method, target);
  }

  /** A granted form with the receipt of its grant. */
  public record Form(String receipt, String attachmentId, URI url, Map<String, String> fields) {}

  /** Asks for one form for a file of this type and size. */
  public Form grant(String name, String contentType, long size) {
    String request =
        "{\"attachments\":[{\"name\":\"%s\",\"contentType\":\"%s\",\"size\":%d}]}"
            .formatted(name, contentType, size);
    Received answer = send("POST", "/service/upload").json(request).send();
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return forms(answer).getFirst();
  }

  /** Returns the forms of an answer. */
  public static List<Form> forms(Received answer) {
    String receipt = answer.json().text("receipt");
    return answer.json().list("uploads").stream()
        .map(upload ->
            new Form(
                receipt,
                upload.text("attachmentId"),
                URI.create(upload.text("url")),
                upload.texts("fields")))
        .toList();
  }

  /** Posts a file with a form, as a browser would. */
  public static Received post(Form form, byte[] file) {
    String boundary = "contract-" + NEXT.incrementAndGet();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.fields()
        .forEach((name, value) ->
            body.writeBytes(
                utf8(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value))));
    body.writeBytes(
        utf8(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                .formatted(boundary)));
    body.writeBytes(file);
    body.writeBytes(utf8("\r\n--%s--\r\n".formatted(boundary)));
    return send(
        HttpRequest.newBuilder(form.url())
            .timeout(PATIENCE)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  /** Fetches an address that the product has handed out. */
  public static Received fetch(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build());
  }

  /** Returns a UUID that nobody else has, over all runs against the same product. */
  public static String uniqueId() {
    return UUID.nameUUIDFromBytes(utf8("contract " + NEXT.incrementAndGet())).toString();
  }

  /** Returns one of the files beside this class. */
  public static byte[] file(String name) {
    try (InputStream file = HttpDriver.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new AssertionError("no file " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Received send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Received(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for an answer", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
