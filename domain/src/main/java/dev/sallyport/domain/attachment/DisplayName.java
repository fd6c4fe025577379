package dev.sallyport.domain.attachment;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A stranger's name for a file, made harmless: for people to read, never part of a path or a key.
 *
 * <p>NFC; the last path segment only; controls, format characters (bidi overrides, zero width),
 * unpaired surrogates and private use removed; runs of white space are one blank; at most 120
 * characters. Personal data, so never logged.
 *
 * @param value what is left, never blank
 */
public record DisplayName(String value) {
  /** Most characters that are kept. */
  public static final int MAX_LENGTH = 120;

  /** Rejects text that {@link #of} would have changed. */
  public DisplayName {
    if (!clean(value).equals(value) || value.isEmpty()) {
      throw new IllegalArgumentException("not a clean display name");
    }
  }

  /** Cleans a name; nothing is left of a name that has only removed characters. */
  public static Optional<DisplayName> of(String raw) {
    String name = clean(raw);
    return name.isEmpty() ? Optional.empty() : Optional.of(new DisplayName(name));
  }

  private static String clean(String raw) {
    StringBuilder kept = new StringBuilder();
    raw.codePoints().forEach(c -> append(kept, c));
    // Composed last: what is removed may have kept two characters apart that belong together.
    String normal = Normalizer.normalize(kept, Normalizer.Form.NFC);
    return cut(normal.strip()).strip();
  }

  private static void append(StringBuilder kept, int c) {
    if (c == '/' || c == '\\') {
      kept.setLength(0);
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
        kept.append(' ');
      }
    } else if (isShown(c)) {
      kept.appendCodePoint(c);
    }
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static String cut(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return name.substring(0, end);
  }

  @Override
  public String toString() {
    return "DisplayName[redacted]";
  }
}
