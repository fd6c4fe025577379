package dev.sallyport.lambda.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an event. Bounded in size, depth, length of names and number of items; Lambda's own
 * bound is 6 MB (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">quotas</a>).
 */
final class EventReader {
  /** Most bytes of an event. */
  static final int MOST_BYTES = 8 << 20;

  /**
   * Most members of a map and items of a list that are kept: as many as the largest batch of a
   * queue has messages.
   */
  static final int MOST_ITEMS = 10_000;

  /**
   * Longest name of a member, in bytes. Names of headers and parameters are the client's and as
   * long as the gateway lets them be (10,240 bytes, perhaps decoded to more); a request that is
   * refused with an answer must not fail here without one.
   */
  private static final int MOST_NAME = 1 << 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_BYTES)
                  .maxStringLength(MOST_BYTES)
                  .maxNestingDepth(64)
                  .maxNameLength(MOST_NAME)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // Four bytes instead of twelve: answers are bounded in bytes.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final JsonParser in;

  private EventReader(JsonParser in) {
    this.in = in;
  }

  /** Takes one member of an object; it has to read its value. */
  @FunctionalInterface
  interface Member {
    void read(String name) throws IOException;
  }

  /** Writes one JSON value. */
  @FunctionalInterface
  interface Writer {
    void write(JsonGenerator out) throws IOException;
  }

  /** Takes one member of an event; it has to read its value. */
  @FunctionalInterface
  interface EventMember {
    void read(String name, EventReader event) throws IOException;
  }

  /**
   * Reads the members of an event.
   *
   * @throws IOException when it is no JSON object, or beyond the bounds. The runtime writes
   *     messages of whatever a function throws to the log, and those of a parser quote what it
   *     could not parse: only the place of the mistake goes on.
   */
  static void read(InputStream event, EventMember member) throws IOException {
    try (JsonParser in = JSON.createParser(event)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("an event is a JSON object");
      }
      EventReader reader = new EventReader(in);
      reader.members(name -> member.read(name, reader));
    } catch (StreamConstraintsException beyond) {
      throw new IOException("an event is larger or deeper than it may be");
    } catch (JsonProcessingException malformed) {
      throw new IOException("an event is no JSON from byte " + offset(malformed));
    }
  }

  private static long offset(JsonProcessingException malformed) {
    @Nullable JsonLocation location = malformed.getLocation();
    return location == null ? 0 : location.getByteOffset();
  }

  /** Writes an answer. */
  static void write(OutputStream to, Writer writer) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(to)) {
      writer.write(out);
    }
  }

  /** Reads the members of the object that stands here; anything else has none. */
  void members(Member member) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      member.read(name);
    }
  }

  /** Reads the items of the array that stands here; anything else has none. */
  void items(Item item) throws IOException {
    if (!isArray()) {
      in.skipChildren();
      return;
    }
    for (int count = 0; in.nextToken() != JsonToken.END_ARRAY; count++) {
      if (count == MOST_ITEMS) {
        throw new IOException("an event has too many items");
      }
      item.read();
    }
  }

  /** Takes one item of an array; it has to read it. */
  @FunctionalInterface
  interface Item {
    void read() throws IOException;
  }

  /** Returns whether an array stands here. */
  boolean isArray() {
    return in.currentToken() == JsonToken.START_ARRAY;
  }

  /** Passes over the value that stands here. */
  void skip() throws IOException {
    in.skipChildren();
  }

  /** Returns the text, number or word that stands here, empty for null and whatever has members. */
  String text() throws IOException {
    return find().orElse("");
  }

  /** Returns the text, number or word that stands here. */
  Optional<String> find() throws IOException {
    if (in.currentToken().isStructStart()) {
      in.skipChildren();
      return Optional.empty();
    }
    @Nullable String text = in.getValueAsString();
    return Optional.ofNullable(text);
  }

  /** Returns whether {@code true} stands here, as a word or as a text. */
  boolean isTrue() throws IOException {
    return text().equals("true");
  }

  /** Returns the texts of an array, or the one text that stands here. */
  List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    if (isArray()) {
      items(() -> find().ifPresent(texts::add));
    } else {
      find().ifPresent(texts::add);
    }
    return texts;
  }

  /** Returns the members of an object that are texts. */
  Map<String, String> textMembers() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    members(name -> {
      find().ifPresent(text -> texts.put(name, text));
      if (texts.size() > MOST_ITEMS) {
        throw new IOException("an event has too many members");
      }
    });
    return texts;
  }
}
