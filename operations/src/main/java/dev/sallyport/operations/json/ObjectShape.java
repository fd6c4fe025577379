package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object with known members; read as {@link JsonObject}. */
public final class ObjectShape extends Shape {
  private final List<Member> members;
  private final Map<String, Integer> positions = new HashMap<>();
  private final boolean tolerant;
  private final boolean notEmpty;

  private ObjectShape(List<Member> members, boolean tolerant, boolean notEmpty) {
    this.members = members;
    this.tolerant = tolerant;
    this.notEmpty = notEmpty;
    for (int i = 0; i < members.size(); i++) {
      if (positions.put(members.get(i).name(), i) != null) {
        throw new IllegalArgumentException("a member is declared twice");
      }
    }
  }

  /** Exactly these members: any other is a violation that names it. */
  public static ObjectShape of(Member... members) {
    return new ObjectShape(List.of(members), false, false);
  }

  /** As {@link #of(Member...)}. */
  static ObjectShape of(List<Member> members) {
    return new ObjectShape(List.copyOf(members), false, false);
  }

  /** These members; any other is skipped unread, for messages of systems that grow. */
  public static ObjectShape tolerant(Member... members) {
    return new ObjectShape(List.of(members), true, false);
  }

  /** The same, with at least one of its members. */
  public ObjectShape notEmpty() {
    return new ObjectShape(members, tolerant, true);
  }

  List<Member> members() {
    return members;
  }

  int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("no such member is declared: " + name);
    }
    return position;
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
  JsonObject read(JsonParser in, Findings findings) throws IOException {
    @Nullable Object[] values = new @Nullable Object[members.size()];
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      Integer position = positions.get(name);
      if (findings.isFull()) {
        in.skipChildren();
      } else if (position == null) {
        skipUnknown(name, in, findings);
      } else {
        findings.enter(name);
        readMember(position, in, findings, values);
        findings.leave();
      }
    }
    requireMembers(values, findings);
    if (notEmpty && Arrays.stream(values).allMatch(Objects::isNull)) {
      findings.add("too_few_members", "must have at least one member");
    }
    return new JsonObject(this, values);
  }

  private void skipUnknown(String name, JsonParser in, Findings findings) throws IOException {
    if (!tolerant) {
      findings.addAt(name, "unknown_field", "is not a field of this object");
    }
    in.skipChildren();
  }

  private void readMember(int position, JsonParser in, Findings findings, @Nullable Object[] values)
      throws IOException {
    Member member = members.get(position);
    if (values[position] != null) {
      findings.add("duplicate_member", "stands there twice");
      in.skipChildren();
    } else if (member.nullable() && in.currentToken() == JsonToken.VALUE_NULL) {
      values[position] = JsonObject.NULL;
    } else {
      @Nullable Object value = member.shape().readExpected(in, findings);
      // Something broken stands there: it is neither missing nor free to come again.
      values[position] = value == null ? JsonObject.BROKEN : value;
    }
  }

  private void requireMembers(@Nullable Object[] values, Findings findings) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && members.get(i).required()) {
        findings.addAt(members.get(i).name(), "required", "is missing");
      }
    }
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "object");
    out.writeObjectFieldStart("properties");
    for (Member member : members) {
      out.writeFieldName(member.name());
      writeMember(member, out);
    }
    out.writeEndObject();
    writeRequired(out);
    if (notEmpty) {
      out.writeNumberField("minProperties", 1);
    }
    if (!tolerant) {
      out.writeBooleanField("additionalProperties", false);
    }
  }

  private static void writeMember(Member member, JsonGenerator out) throws IOException {
    out.writeStartObject();
    if (!member.description().isEmpty()) {
      out.writeStringField("description", member.description());
    }
    if (member.nullable()) {
      out.writeArrayFieldStart("anyOf");
      member.shape().writeSchema(out);
      out.writeStartObject();
      out.writeStringField("type", "null");
      out.writeEndObject();
      out.writeEndArray();
    } else {
      member.shape().writeMembers(out);
    }
    out.writeEndObject();
  }

  private void writeRequired(JsonGenerator out) throws IOException {
    if (members.stream().noneMatch(Member::required)) {
      return;
    }
    out.writeArrayFieldStart("required");
    for (Member member : members) {
      if (member.required()) {
        out.writeString(member.name());
      }
    }
    out.writeEndArray();
  }
}
