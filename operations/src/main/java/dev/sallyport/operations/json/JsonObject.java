package dev.sallyport.operations.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that fits its shape: whoever maps it takes the values as they are, without checking
 * again. Asking for a member that the shape does not declare, or as another class, is a mistake of
 * the code and an exception.
 */
public final class JsonObject {
  /** Stands for a null that the shape allows. */
  static final Object NULL = Mark.NULL;

  /** Stands for a value with a violation, so never seen by whoever maps. */
  static final Object BROKEN = Mark.BROKEN;

  private enum Mark {
    NULL,
    BROKEN
  }

  private final ObjectShape shape;
  private final @Nullable Object[] values;

  JsonObject(ObjectShape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Nullable Object raw(String name) {
    return values[shape.position(name)];
  }

  /** Tells whether the member is there, null or not. */
  public boolean has(String name) {
    return raw(name) != null;
  }

  /** Tells whether the member is there and null. */
  public boolean isNull(String name) {
    return NULL.equals(raw(name));
  }

  /** Returns a required member. */
  public <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() -> new IllegalStateException("not a required member: " + name));
  }

  /** Returns a required text. */
  public String text(String name) {
    return get(name, String.class);
  }

  /** Returns a member that may be missing or null. */
  public <T> Optional<T> find(String name, Class<T> type) {
    @Nullable Object value = raw(name);
    return value == null || value.equals(NULL) ? Optional.empty() : Optional.of(type.cast(value));
  }

  /** Returns the items of an array, none when it is missing. */
  public <T> List<T> list(String name, Class<T> type) {
    return find(name, List.class).stream()
        .flatMap(items -> (Stream<?>) items.stream())
        .map(type::cast)
        .toList();
  }

  @Override
  public String toString() {
    return "JsonObject[" + values.length + " members, redacted]";
  }
}
