package dev.sallyport.contract.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks to an object store as a stranger does who has a form or an address and nothing else. */
public final class StoreClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BOUNDARY = "----SallyportFormBoundary7MA4YWxkTrZu0gW";
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,64})</Code>");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private StoreClient() {}

  /**
   * What a store answered.
   *
   * @param status of HTTP
   * @param code of S3's XML, or {@code none}
   * @param headers the last one of each name, in lower case
   * @param body all of it
   */
  public record Answer(int status, String code, Map<String, String> headers, String body) {
    /** Returns status and code, such as {@code 403 AccessDenied}. */
    public String summary() {
      return status + " " + code;
    }
  }

  /** Posts a form whose file comes last. */
  public static Answer post(URI url, SequencedMap<String, String> fields, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        write(
            body,
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n"
            .formatted(BOUNDARY));
    write(body, "Content-Type: text/html\r\n\r\n");
    body.writeBytes(file);
    write(body, "\r\n--%s--\r\n".formatted(BOUNDARY));
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Asks for an address by a method without a body. */
  public static Answer ask(String method, URI url) {
    return send(HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody()));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      Matcher code = CODE.matcher(response.body());
      Map<String, String> headers =
          response.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getLast()));
      return new Answer(
          response.statusCode(), code.find() ? code.group(1) : "none", headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a store", e);
    }
  }

  private static void write(ByteArrayOutputStream to, String text) {
    to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
