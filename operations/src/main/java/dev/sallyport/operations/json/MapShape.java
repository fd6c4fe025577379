package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of one shape under names that the client chooses; read as an immutable {@link Map}. */
public final class MapShape extends Shape {
  private final Shape values;
  private final int max;
  private final int maxName;

  /**
   * At most so many entries.
   *
   * @param maxName most characters of a name, of which there is at least one
   */
  public MapShape(Shape values, int max, int maxName) {
    this.values = values;
    this.max = max;
    this.maxName = maxName;
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.START_OBJECT;
  }

  @Override
  String noun() {
    return "an object";
  }

  @Override
  Map<String, Object> read(JsonParser in, Findings findings) throws IOException {
    Map<String, Object> read = new LinkedHashMap<>();
    int count = 0;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (count >= max || findings.isFull()) {
        in.skipChildren();
      } else {
        findings.enter(name);
        readEntry(name, in, findings, read);
        findings.leave();
      }
      count++;
    }
    if (count > max) {
      findings.add("too_many_items", "has more than " + max + " entries");
    }
    return Collections.unmodifiableMap(read);
  }

  private void readEntry(String name, JsonParser in, Findings findings, Map<String, Object> read)
      throws IOException {
    if (name.isEmpty() || name.length() > maxName || !TextShape.isWellFormed(name)) {
      findings.add("bad_name", "the name must have 1 to " + maxName + " characters");
      in.skipChildren();
      return;
    }
    @Nullable Object value = values.readExpected(in, findings);
    if (value != null && read.put(name, value) != null) {
      findings.add("duplicate_member", "stands there twice");
    }
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "object");
    out.writeFieldName("additionalProperties");
    values.writeSchema(out);
    out.writeObjectFieldStart("propertyNames");
    out.writeNumberField("minLength", 1);
    out.writeNumberField("maxLength", maxName);
    out.writeEndObject();
    out.writeNumberField("maxProperties", max);
  }
}
