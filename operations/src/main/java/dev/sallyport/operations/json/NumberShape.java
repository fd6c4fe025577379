package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A number that a double can hold without becoming infinite; read as {@link Double}. */
public final class NumberShape extends ScalarShape {
  /** Makes one. */
  public NumberShape() {}

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  String noun() {
    return "a number";
  }

  @Override
  @Nullable Object read(JsonParser in, Findings findings) throws IOException {
    return parse(in.getText(), findings);
  }

  @Override
  @Nullable Object parse(String text, Findings findings) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      findings.add("wrong_type", "must be a number");
      return null;
    }
    if (!Double.isFinite(value)) {
      findings.add("not_finite", "must be finite");
      return null;
    }
    // Zero has two forms in IEEE 754 and one meaning here.
    return value == 0 ? 0.0 : value;
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "number");
  }
}
