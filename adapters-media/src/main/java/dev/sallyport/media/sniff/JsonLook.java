package dev.sallyport.media.sniff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Whether text is meant as JSON: it begins with an object or an array, and everything that can be
 * seen of it is tokens of that one value, be it cut off or not.
 *
 * <p>So a log whose lines begin with {@code [2026-11-21]} or {@code [INFO]} is text, and so are
 * JSON lines, where a second value follows the first, and a bare string or number, which may as
 * well be a note or a cell. JSON lines whose first value is longer than the piece cannot be told
 * from JSON.
 */
final class JsonLook {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(1 << 11).build())
          .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private JsonLook() {}

  static boolean isJson(byte[] head) {
    int from = TextStart.of(head);
    if (from == head.length || (head[from] != '{' && head[from] != '[')) {
      return false;
    }
    try (JsonParser parser = FACTORY.createNonBlockingByteArrayParser()) {
      ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(head, from, head.length);
      return isOneValue(parser);
    } catch (StreamConstraintsException e) {
      return true; // Too deep or too long, and until there it was JSON.
    } catch (JsonParseException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
  }

  private static boolean isOneValue(JsonParser parser) throws IOException {
    int depth = 0;
    boolean ended = false;
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.NOT_AVAILABLE;
        token = parser.nextToken()) {
      if (ended) {
        return false;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      ended = depth == 0;
    }
    return true;
  }
}
