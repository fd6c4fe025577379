package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value has to be: read, checked and described by one declaration.
 *
 * <p>Immutable. {@link JsonReader} reads with it; {@link #writeSchema} writes it as a schema of <a
 * href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>, the dialect of OpenAPI 3.1.
 */
public abstract sealed class Shape
    permits ScalarShape, ArrayShape, ObjectShape, VariantShape, MapShape, EitherShape {

  /**
   * Reads the value whose first token is the parser's current one, up to its last token.
   *
   * @return what was read; something useless when the findings have grown
   */
  abstract @Nullable Object read(JsonParser in, Findings findings) throws IOException;

  /** Tells whether a value that begins with this token may be of this shape at all. */
  abstract boolean begins(JsonToken token);

  /** Says in one or two words what is expected, such as {@code a text}. */
  abstract String noun();

  /** Writes the members of the schema object, without its braces. */
  abstract void writeMembers(JsonGenerator out) throws IOException;

  /** Writes the schema of this shape as one JSON object. */
  public final void writeSchema(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeMembers(out);
    out.writeEndObject();
  }

  /** Reads the value when it begins as it should, else says that it does not. */
  final @Nullable Object readExpected(JsonParser in, Findings findings) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      findings.add("null_not_allowed", "must not be null");
      return null;
    }
    if (!begins(token)) {
      findings.add("wrong_type", "must be " + noun());
      in.skipChildren();
      return null;
    }
    return read(in, findings);
  }
}
