package dev.sallyport.aws.table;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes the attributes of an item, one by one; what is empty is left out. The counterpart of
 * {@link ItemReader}.
 */
public final class ItemWriter {
  private final Map<String, AttributeValue> attributes = new HashMap<>();

  /** Writes a text. */
  public ItemWriter text(String name, String value) {
    return value(name, AttributeValue.fromS(value));
  }

  /** Writes the text of something that there may be. */
  public ItemWriter text(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present.toString()));
    return this;
  }

  /** Writes a whole number. */
  public ItemWriter number(String name, long value) {
    return value(name, AttributeValue.fromN(Long.toString(value)));
  }

  /** Writes yes or no. */
  public ItemWriter flag(String name, boolean value) {
    return value(name, AttributeValue.fromBool(value));
  }

  /** Writes an instant as text that sorts as instants do. */
  public ItemWriter instant(String name, Instant value) {
    return text(name, SortableTime.write(value));
  }

  /** Writes texts in their order. */
  public ItemWriter texts(String name, Collection<String> values) {
    return values(name, values.stream().map(AttributeValue::fromS).toList());
  }

  /** Writes values in their order. */
  public ItemWriter values(String name, Collection<AttributeValue> values) {
    return value(name, AttributeValue.fromL(values.stream().toList()));
  }

  /** Writes attributes within an attribute. */
  public ItemWriter nested(String name, ItemWriter value) {
    return value(name, value.toValue());
  }

  /** Writes any value. */
  public ItemWriter value(String name, AttributeValue value) {
    if (attributes.putIfAbsent(name, value) != null) {
      throw new IllegalStateException("attribute " + name + " is written twice");
    }
    return this;
  }

  /** Returns what was written, as a nested value. */
  public AttributeValue toValue() {
    return AttributeValue.fromM(toItem());
  }

  /** Returns what was written. */
  public Map<String, AttributeValue> toItem() {
    return Map.copyOf(attributes);
  }
}
