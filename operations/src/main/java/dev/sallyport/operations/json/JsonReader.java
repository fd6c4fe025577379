package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole text as one JSON value of a given shape.
 *
 * <p>Stricter than <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a> demands: UTF-8
 * only and without mistakes, no member twice, nothing after the value; bounded in nesting, length
 * of texts, names and numbers ({@link Json}). The caller bounds the bytes.
 */
public final class JsonReader {
  private static final Reading MALFORMED =
      new Reading.Malformed("is not one JSON value, or nests too deep, or has a part too long");
  private static final Reading NOT_UTF_8 = new Reading.Malformed("is not UTF-8");

  private JsonReader() {}

  /** What became of a text. */
  public sealed interface Reading {
    /**
     * It fits the shape.
     *
     * @param value of the class that the shape names
     */
    record Fits(Object value) implements Reading {
      @Override
      public String toString() {
        return "Fits[redacted]";
      }
    }

    /**
     * It is JSON of another shape.
     *
     * @param violations at least one, at most {@link Findings#MAX}
     */
    record Breaks(List<Violation> violations) implements Reading {}

    /**
     * It is no JSON that anybody should look at.
     *
     * @param detail why, for people
     */
    record Malformed(String detail) implements Reading {}
  }

  /** Reads the text. */
  public static Reading read(byte[] text, Shape shape) {
    if (!isUtf8WithoutNul(text)) {
      return NOT_UTF_8;
    }
    Findings findings = Findings.inBody();
    try (JsonParser in = Json.FACTORY.createParser(text)) {
      if (in.nextToken() == null) {
        return MALFORMED;
      }
      @Nullable Object value = shape.readExpected(in, findings);
      if (in.nextToken() != null) {
        return MALFORMED;
      }
      return findings.isEmpty()
          ? new Reading.Fits(Objects.requireNonNull(value))
          : new Reading.Breaks(findings.list());
    } catch (JsonProcessingException malformed) {
      return MALFORMED;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /**
   * Reads the text of one parameter.
   *
   * @return what was read, when the findings are still empty
   */
  public static @Nullable Object readParameter(
      String name, String text, ScalarShape shape, List<Violation> violations) {
    Findings findings = Findings.inParameter(name);
    @Nullable Object value = shape.parse(text, findings);
    violations.addAll(findings.list());
    return value;
  }

  /**
   * Jackson looks at neither surrogates nor overlong forms in UTF-8, and takes NUL bytes as a sign
   * of UTF-16 or UTF-32; all three are settled before it sees anything.
   */
  private static boolean isUtf8WithoutNul(byte[] text) {
    boolean ascii = true;
    for (byte b : text) {
      if (b == 0) {
        return false;
      }
      ascii &= b > 0;
    }
    if (ascii) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
