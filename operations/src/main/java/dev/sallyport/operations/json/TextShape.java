package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text; read as {@link String}. Lengths count UTF-16 units, so that a limit here is never wider
 * than the domain's. An unpaired surrogate is refused: it has no form in UTF-8, so no store could
 * keep it.
 */
public final class TextShape extends ScalarShape {
  private final int min;
  private final int max;
  private final @Nullable Pattern pattern;
  private final String form;
  private final @Nullable String format;
  private final boolean line;

  private TextShape(
      int min,
      int max,
      @Nullable Pattern pattern,
      String form,
      @Nullable String format,
      boolean line) {
    this.min = min;
    this.max = max;
    this.pattern = pattern;
    this.form = form;
    this.format = format;
    this.line = line;
  }

  /** Any text within these lengths. */
  public static TextShape text(int min, int max) {
    return new TextShape(min, max, null, "", null, false);
  }

  /** A text of one line: not blank and without control characters. */
  public static TextShape line(int max) {
    return new TextShape(1, max, null, "", null, true);
  }

  /**
   * A text of a certain form.
   *
   * @param pattern what the whole text matches; also a valid ECMA-262 expression when anchored
   * @param form the form in words, such as {@code 64 lower-case hexadecimal digits}
   */
  public static TextShape of(String pattern, int max, String form) {
    return new TextShape(0, max, Pattern.compile(pattern), form, null, false);
  }

  /** An instant as RFC 3339 writes it; for answers. */
  public static TextShape instant() {
    return new TextShape(20, 35, null, "", "date-time", false);
  }

  /** An absolute address; for answers. */
  public static TextShape uri() {
    return new TextShape(1, 16_384, null, "", "uri", false);
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_STRING;
  }

  @Override
  String noun() {
    return "a text";
  }

  @Override
  String read(JsonParser in, Findings findings) throws IOException {
    return parse(in.getText(), findings);
  }

  @Override
  String parse(String text, Findings findings) {
    if (text.length() < min) {
      findings.add(
          "too_short", min == 1 ? "must not be empty" : "has under " + min + " characters");
    } else if (text.length() > max) {
      findings.add("too_long", "has more than " + max + " characters");
    } else if (!isWellFormed(text)) {
      findings.add("lone_surrogate", "has an unpaired surrogate");
    } else if (pattern != null && !pattern.matcher(text).matches()) {
      findings.add("bad_format", "must be " + form);
    } else if (line) {
      checkLine(text, findings);
    }
    return text;
  }

  private static void checkLine(String text, Findings findings) {
    if (text.isBlank()) {
      findings.add("blank", "must not be blank");
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      findings.add("control_character", "must be one line without control characters");
    }
  }

  /** Tells whether every surrogate has its partner. */
  static boolean isWellFormed(String text) {
    boolean high = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (high != Character.isLowSurrogate(c)) {
        return false;
      }
      high = Character.isHighSurrogate(c);
    }
    return !high;
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    if (format != null) {
      out.writeStringField("format", format);
      return;
    }
    if (min > 0) {
      out.writeNumberField("minLength", min);
    }
    out.writeNumberField("maxLength", max);
    if (pattern != null) {
      out.writeStringField("pattern", "^(?:" + pattern.pattern() + ")$");
    } else if (line) {
      out.writeStringField("pattern", "\\S");
    }
  }
}
