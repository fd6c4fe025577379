package dev.sallyport.operations;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits and decodes a query as browsers encode forms (<a
 * href="https://url.spec.whatwg.org/#urlencoded-parsing">URL standard</a>): UTF-8, {@code +} for a
 * space.
 */
public final class QueryString {
  private QueryString() {}

  /**
   * Returns names and values in their order, or nothing when there are too many or one is not
   * encoded properly: a server that guessed would see something else than the next one.
   */
  public static Optional<Map<String, List<String>>> parse(@Nullable String query, int most) {
    if (query == null || query.isEmpty()) {
      return Optional.of(Map.of());
    }
    String[] pairs = query.split("&", most + 1);
    if (pairs.length > most) {
      return Optional.empty();
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    try {
      for (String pair : pairs) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = decode(equals < 0 ? pair : pair.substring(0, equals));
          String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
          parameters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
        }
      }
      return Optional.of(parameters);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String decode(String text) {
    String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
    if (decoded.indexOf('\ufffd') >= 0) {
      throw new IllegalArgumentException("not UTF-8");
    }
    return decoded;
  }
}
