package dev.sallyport.lambda.event;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as an HTTP API of API Gateway hands it over, <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 * 2.0</a>.
 *
 * @param method such as {@code GET}
 * @param path as it could have stood in the request line: an HTTP API hands over a decoded path, so
 *     what cannot stand there is encoded again
 * @param query as it came, still encoded
 * @param headers by lower-case name; several values joined by {@code ", "}, cookies by {@code "; "}
 * @param body its bytes; none for base64 that is none
 * @param sourceIp the caller, who has no way to choose it; the unspecified address when it is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ApiGatewayEvent(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    Optional<byte[]> body,
    InetAddress sourceIp) {
  private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");
  private static final String UNRESERVED = "-._~!$&'()*+,;=:@/%";

  /**
   * Reads an event.
   *
   * @throws IOException when it is no JSON object, or too large
   */
  public static ApiGatewayEvent read(InputStream in) throws IOException {
    Parts parts = new Parts();
    EventReader.read(in, parts::read);
    return parts.event();
  }

  /** Returns a header by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public String toString() {
    return "ApiGatewayEvent[" + method + ", redacted]";
  }

  private static final class Parts {
    private final Map<String, String> headers = new HashMap<>();
    private List<String> cookies = new ArrayList<>();
    private String method = "";
    private String path = "";
    private String query = "";
    private String sourceIp = "";
    private String body = "";
    private boolean isBase64;

    void read(String name, EventReader event) throws IOException {
      switch (name) {
        case "rawPath" -> path = event.text();
        case "rawQueryString" -> query = event.text();
        case "cookies" -> cookies = event.texts();
        case "headers" -> event.textMembers().forEach(this::addHeader);
        case "body" -> body = event.text();
        case "isBase64Encoded" -> isBase64 = event.isTrue();
        case "requestContext" -> event.members(member -> readContext(member, event));
        default -> event.skip();
      }
    }

    private void readContext(String name, EventReader event) throws IOException {
      if (name.equals("http")) {
        event.members(member -> {
          switch (member) {
            case "method" -> method = event.text();
            case "sourceIp" -> sourceIp = event.text();
            default -> event.skip();
          }
        });
      } else {
        event.skip();
      }
    }

    private void addHeader(String name, String value) {
      headers.merge(name.toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
    }

    ApiGatewayEvent event() {
      if (!cookies.isEmpty()) {
        headers.put("cookie", String.join("; ", cookies));
      }
      return new ApiGatewayEvent(
          method, encoded(path), query, Map.copyOf(headers), bytes(), address());
    }

    private Optional<byte[]> bytes() {
      if (!isBase64) {
        return Optional.of(body.getBytes(StandardCharsets.UTF_8));
      }
      try {
        return Optional.of(Base64.getDecoder().decode(body));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }

    private InetAddress address() {
      try {
        return sourceIp.indexOf('%') >= 0 ? UNKNOWN : InetAddress.ofLiteral(sourceIp);
      } catch (IllegalArgumentException noAddress) {
        return UNKNOWN;
      }
    }

    private static String encoded(String path) {
      StringBuilder encoded = new StringBuilder(path.length());
      for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
        char character = (char) (octet & 0xff);
        boolean stands =
            character < 0x80
                && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
        if (stands) {
          encoded.append(character);
        } else {
          encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) character));
        }
      }
      return encoded.toString();
    }
  }
}
