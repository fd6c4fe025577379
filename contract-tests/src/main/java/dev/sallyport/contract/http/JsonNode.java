package dev.sallyport.contract.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it came, read without any knowledge of the product: maps, lists, texts, longs,
 * doubles and booleans.
 *
 * @param value what it is; null for null
 */
public record JsonNode(@Nullable Object value) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads a text that is JSON. */
  public static JsonNode parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      JsonNode node = new JsonNode(read(in));
      if (in.nextToken() != null) {
        throw new AssertionError("something follows the JSON value");
      }
      return node;
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private static @Nullable Object read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> readObject(in);
      case START_ARRAY -> readArray(in);
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IOException("no value stands here");
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonParser in) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, read(in));
    }
    return members;
  }

  private static List<@Nullable Object> readArray(JsonParser in) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(in));
    }
    return items;
  }

  /** Returns a member; it has to be there. */
  public JsonNode get(String name) {
    if (value instanceof Map<?, ?> members && members.containsKey(name)) {
      return new JsonNode(members.get(name));
    }
    throw new AssertionError("no member " + name + " in " + value);
  }

  /** Tells whether there is such a member. */
  public boolean has(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name);
  }

  /** Returns a member, or nothing when it is not there. */
  public Optional<JsonNode> find(String name) {
    return has(name) ? Optional.of(get(name)) : Optional.empty();
  }

  /** Returns the names of the members, in their order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (value instanceof Map<?, ?> members) {
      members.keySet().forEach(name -> names.add((String) name));
    }
    return names;
  }

  /** Returns the text of a member. */
  public String text(String name) {
    return String.valueOf(get(name).value());
  }

  /** Returns the number of a member. */
  public long number(String name) {
    if (get(name).value() instanceof Long number) {
      return number;
    }
    throw new AssertionError(name + " is no whole number");
  }

  /** Returns the items of a member. */
  public List<JsonNode> list(String name) {
    if (get(name).value() instanceof List<?> items) {
      return items.stream().map(JsonNode::new).toList();
    }
    throw new AssertionError(name + " is no array");
  }

  /** Returns the members of a member, texts all of them. */
  public Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (get(name).value() instanceof Map<?, ?> members) {
      members.forEach((key, text) -> texts.put((String) key, (String) text));
    }
    return texts;
  }
}
