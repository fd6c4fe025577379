package dev.sallyport.http.cli;

import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/**
 * Asks a running server about its migrations, as an admin. Follows no redirect, waits for each
 * answer for a minute at most and reads no more than a few megabytes of it.
 */
final class MigrationServer implements MigrationTarget {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MAX_ANSWER = 4 * 1024 * 1024;
  private static final String PATH = "/service/operations/migrations";

  private static final ObjectShape TOKENS =
      ObjectShape.tolerant(Member.required("accessToken", TextShape.text(1, 8192)));

  private static final ObjectShape PROBLEM =
      ObjectShape.tolerant(
          Member.required("title", TextShape.text(1, 200)),
          Member.required("code", TextShape.text(1, 64)),
          Member.optional("holder", TextShape.text(1, 128)),
          Member.optional("migrations", TextShape.text(1, 4096)));

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private String token = "";

  /**
   * Will ask this server.
   *
   * @throws IllegalArgumentException when a password would go there in the clear
   */
  MigrationServer(URI server) {
    this.server = server;
    boolean isLocal = server.getHost().equals("localhost") || isLoopback(server.getHost());
    if (!server.getScheme().toLowerCase(Locale.ROOT).equals("https") && !isLocal) {
      throw new IllegalArgumentException("a server elsewhere is reached by https only");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  /** Asks everything after it with a token that somebody else has got. */
  void show(String accessToken) {
    token = accessToken;
  }

  /** Signs in; everything after it is asked as this user. */
  void signIn(String user, String password) throws IOException, RefusedException {
    byte[] body =
        Json.write(out -> {
          out.writeStartObject();
          out.writeStringField("username", user);
          out.writeStringField("password", password);
          out.writeEndObject();
        });
    HttpRequest request =
        to("/auth")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    token = send(request, TOKENS).text("accessToken");
  }

  @Override
  public JsonObject status(int undoing) throws IOException, RefusedException {
    String query = undoing > 0 ? "?rollback=" + undoing : "";
    return send(to(PATH + query).GET().build(), MigrationReport.STATUS);
  }

  @Override
  public JsonObject wish(Wish wish, int count) throws IOException, RefusedException {
    byte[] body =
        Json.write(out -> {
          out.writeStartObject();
          out.writeStringField("action", wish.name());
          if (count > 0) {
            out.writeNumberField("count", count);
          }
          out.writeEndObject();
        });
    HttpRequest request =
        to(PATH)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return send(request, MigrationReport.RESULT);
  }

  private HttpRequest.Builder to(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest request, ObjectShape shape)
      throws IOException, RefusedException {
    HttpResponse<InputStream> answer;
    try {
      answer = http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    byte[] body;
    try (InputStream in = answer.body()) {
      body = in.readNBytes(MAX_ANSWER);
    }
    boolean isFine = answer.statusCode() < 300;
    if (JsonReader.read(body, isFine ? shape : PROBLEM) instanceof Reading.Fits(Object value)) {
      JsonObject object = (JsonObject) value;
      if (isFine) {
        return object;
      }
      throw new RefusedException(refusal(object));
    }
    throw new RefusedException("an answer with status " + answer.statusCode() + " makes no sense");
  }

  private static String refusal(JsonObject problem) {
    return problem.text("title")
        + " ("
        + problem.text("code")
        + ")"
        + problem.find("holder", String.class).map(holder -> ": " + holder).orElse("")
        + problem.find("migrations", String.class).map(ids -> ": " + ids).orElse("");
  }

  @Override
  public void close() {
    http.close();
  }
}
