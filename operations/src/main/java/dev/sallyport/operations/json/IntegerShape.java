package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A whole number written without fraction or exponent; read as {@link Long}. */
public final class IntegerShape extends ScalarShape {
  private static final int MOST_DIGITS = 18;

  private final long min;
  private final long max;

  /** One from the least to the greatest, both allowed. */
  public IntegerShape(long min, long max) {
    this.min = min;
    this.max = max;
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }

  @Override
  String noun() {
    return "a whole number";
  }

  @Override
  @Nullable Object read(JsonParser in, Findings findings) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      findings.add("fraction", "must be a whole number without fraction or exponent");
      return null;
    }
    if (in.getNumberType() == NumberType.BIG_INTEGER) {
      return outside(in.getBigIntegerValue().signum() < 0, findings);
    }
    return within(in.getLongValue(), findings);
  }

  @Override
  @Nullable Object parse(String text, Findings findings) {
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      findings.add("wrong_type", "must be a whole number");
      return null;
    }
    return digits.length() > MOST_DIGITS
        ? outside(negative, findings)
        : within(Long.parseLong(text), findings);
  }

  private @Nullable Object within(long value, Findings findings) {
    return value < min || value > max ? outside(value < min, findings) : Long.valueOf(value);
  }

  private @Nullable Object outside(boolean below, Findings findings) {
    if (below) {
      findings.add(
          min == 0 ? "negative" : "below_minimum",
          min == 0 ? "must not be negative" : "must be at least " + min);
    } else {
      findings.add("above_maximum", "must be at most " + max);
    }
    return null;
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "integer");
    out.writeNumberField("minimum", min);
    out.writeNumberField("maximum", max);
  }
}
