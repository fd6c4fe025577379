package dev.sallyport.aws.table;

import dev.sallyport.application.shared.CorruptDataException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of an item that {@link ItemWriter} wrote. Everything that is missing or of
 * another kind is an {@link IllegalArgumentException}; {@link #decode} makes that the port's
 * exception. Attributes that nobody asks for are ignored, so that an older version can read what a
 * newer one has added to.
 */
public final class ItemReader {
  private final Map<String, AttributeValue> attributes;

  private ItemReader(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  /**
   * Decodes an item.
   *
   * @param what names the item by id, never by content
   * @throws CorruptDataException when the decoder finds that nobody here wrote it
   */
  public static <T> T decode(
      String what, Map<String, AttributeValue> item, Function<ItemReader, T> decoder) {
    try {
      return decoder.apply(new ItemReader(item));
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw new CorruptDataException(what + " cannot be read", e);
    }
  }

  /** Reads a value that has attributes of its own. */
  public static ItemReader of(AttributeValue value) {
    return new ItemReader(require(value.hasM() ? value.m() : null, "a map"));
  }

  /** Returns the elements of a list of texts. */
  public static List<String> texts(AttributeValue value) {
    return require(value.hasL() ? value.l() : null, "a list").stream()
        .map(element -> require(element.s(), "a text"))
        .toList();
  }

  /** Returns a text. */
  public String text(String name) {
    return require(value(name).s(), name);
  }

  /** Returns what can be read from a text, if there is one. */
  public <T> Optional<T> text(String name, Function<String, T> reader) {
    return attributes.containsKey(name) ? Optional.of(reader.apply(text(name))) : Optional.empty();
  }

  /** Returns a whole number. */
  public long number(String name) {
    return Long.parseLong(require(value(name).n(), name));
  }

  /** Returns a whole number, if there is one. */
  public Optional<Long> optionalNumber(String name) {
    return attributes.containsKey(name) ? Optional.of(number(name)) : Optional.empty();
  }

  /** Returns yes or no. */
  public boolean flag(String name) {
    return require(value(name).bool(), name);
  }

  /** Returns an instant. */
  public Instant instant(String name) {
    return SortableTime.read(text(name));
  }

  /** Returns texts in their order. */
  public List<String> texts(String name) {
    return texts(value(name));
  }

  /** Returns values in their order. */
  public List<AttributeValue> values(String name) {
    AttributeValue value = value(name);
    return require(value.hasL() ? value.l() : null, name);
  }

  /** Returns the attributes within an attribute. */
  public ItemReader nested(String name) {
    return of(value(name));
  }

  /** Tells whether there is such an attribute. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Returns all attributes. */
  public Map<String, AttributeValue> all() {
    return attributes;
  }

  private AttributeValue value(String name) {
    return require(attributes.get(name), name);
  }

  private static <T> T require(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("no " + what);
    }
    return value;
  }
}
