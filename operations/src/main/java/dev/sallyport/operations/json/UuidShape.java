package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A UUID in its form of 36 characters (<a href="https://www.rfc-editor.org/rfc/rfc9562">RFC
 * 9562</a>), letters of either case; read as {@link UUID}.
 */
public final class UuidShape extends ScalarShape {
  private static final int LENGTH = 36;

  /** Makes one. */
  public UuidShape() {}

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_STRING;
  }

  @Override
  String noun() {
    return "a UUID";
  }

  @Override
  @Nullable Object read(JsonParser in, Findings findings) throws IOException {
    return parse(in.getText(), findings);
  }

  @Override
  @Nullable Object parse(String text, Findings findings) {
    if (hasForm(text)) {
      return UUID.fromString(text);
    }
    findings.add("bad_format", "must be a UUID of 36 characters");
    return null;
  }

  private static boolean hasForm(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (hyphen ? c != '-' : !HexFormat.isHexDigit(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    out.writeStringField("format", "uuid");
  }
}
