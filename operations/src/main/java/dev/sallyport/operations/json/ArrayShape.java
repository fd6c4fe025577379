package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of one shape in an order; read as an immutable {@link List}. */
public final class ArrayShape extends Shape {
  private final Shape items;
  private final int min;
  private final int max;
  private final boolean unique;

  private ArrayShape(Shape items, int min, int max, boolean unique) {
    this.items = items;
    this.min = min;
    this.max = max;
    this.unique = unique;
  }

  /** From the least to the greatest number of items. */
  public static ArrayShape of(Shape items, int min, int max) {
    return new ArrayShape(items, min, max, false);
  }

  /** As {@link #of}, no two of them equal. */
  public static ArrayShape unique(Shape items, int min, int max) {
    return new ArrayShape(items, min, max, true);
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.START_ARRAY;
  }

  @Override
  String noun() {
    return "an array";
  }

  @Override
  List<Object> read(JsonParser in, Findings findings) throws IOException {
    List<Object> values = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    int count = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (count >= max || findings.isFull()) {
        in.skipChildren();
      } else {
        findings.enter(count);
        readItem(in, findings, values, seen);
        findings.leave();
      }
      count++;
    }
    if (count > max) {
      findings.add("too_many_items", "has more than " + max + " items");
    } else if (count < min) {
      findings.add("too_few_items", "has fewer than " + min + " items");
    }
    return List.copyOf(values);
  }

  private void readItem(JsonParser in, Findings findings, List<Object> values, Set<Object> seen)
      throws IOException {
    @Nullable Object value = items.readExpected(in, findings);
    if (value == null) {
      return;
    }
    if (unique && !seen.add(value)) {
      findings.add("duplicate", "stands there already");
    }
    values.add(value);
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "array");
    out.writeFieldName("items");
    items.writeSchema(out);
    if (min > 0) {
      out.writeNumberField("minItems", min);
    }
    if (max < Integer.MAX_VALUE) {
      out.writeNumberField("maxItems", max);
    }
    if (unique) {
      out.writeBooleanField("uniqueItems", true);
    }
  }
}
