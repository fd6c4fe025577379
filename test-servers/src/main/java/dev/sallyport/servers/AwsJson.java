package dev.sallyport.servers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls of AWS's JSON protocol without a signature, for servers that look at none: a POST to the
 * root whose header {@code X-Amz-Target} names the operation. By hand, so that this room brings no
 * HTTP client of the SDK to those who test theirs.
 */
final class AwsJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private AwsJson() {}

  /** Writes the members of a JSON object. */
  @FunctionalInterface
  interface Members {
    void to(JsonGenerator out) throws IOException;
  }

  static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      members.to(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The answer's body.
   *
   * @param target such as {@code AmazonSQS.SendMessage}
   * @throws IllegalStateException if the server answers with another status than 200
   */
  static String call(URI server, String target, Members members) {
    // Each service has its own, and cognito-local reads no other.
    String version = target.startsWith("AWSCognito") ? "1.1" : "1.0";
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-amz-json-" + version)
            .header("X-Amz-Target", target)
            .POST(BodyPublishers.ofString(object(members)))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            target + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(target, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(target + " was interrupted", e);
    }
  }

  /**
   * The first text or whole number with that name, however deep.
   *
   * @throws IllegalStateException if there is none
   */
  static String text(String json, String name) {
    try (JsonParser parser = JSON.createParser(json)) {
      while (parser.nextToken() != null) {
        if ((parser.currentToken() == JsonToken.VALUE_STRING
                || parser.currentToken() == JsonToken.VALUE_NUMBER_INT)
            && name.equals(parser.currentName())) {
          return parser.getText();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("no " + name + " in " + json);
  }

  /** Returns the text at the end of a path of members; nothing when there is none. */
  static Optional<String> find(String json, List<String> path) {
    try (JsonParser in = JSON.createParser(json)) {
      return in.nextToken() == JsonToken.START_OBJECT ? find(in, path) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> find(JsonParser in, List<String> path) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = in.currentName().equals(path.getFirst());
      JsonToken value = in.nextToken();
      if (wanted && path.size() == 1) {
        return value == JsonToken.VALUE_STRING ? Optional.of(in.getText()) : Optional.empty();
      }
      if (wanted && value == JsonToken.START_OBJECT) {
        return find(in, path.subList(1, path.size()));
      }
      in.skipChildren();
    }
    return Optional.empty();
  }
}
