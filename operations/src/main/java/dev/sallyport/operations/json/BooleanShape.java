package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** True or false; read as {@link Boolean}. */
public final class BooleanShape extends ScalarShape {
  /** Makes one. */
  public BooleanShape() {}

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
  }

  @Override
  String noun() {
    return "true or false";
  }

  @Override
  Object read(JsonParser in, Findings findings) throws IOException {
    return in.getBooleanValue();
  }

  @Override
  @Nullable Object parse(String text, Findings findings) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        findings.add("wrong_type", "must be true or false");
        yield null;
      }
    };
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "boolean");
  }
}
