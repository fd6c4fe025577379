package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses, found by their {@code @} or {@code %40}: at most 64 characters before it, of
 * letters, digits and {@code . _ % + -}; after it a domain with a dot, at most 255 (<a
 * href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321, 4.5.3.1</a>). Of a longer
 * name, the last 64 go.
 */
final class EmailRule implements Rule {
  private static final int LOCAL = 64;
  private static final int DOMAIN = 255;
  static final ByteSet LOCAL_PART = ByteSet.of("0-9a-zA-Z._%+-");
  static final ByteSet DOMAIN_PART = ByteSet.of("0-9a-zA-Z.-");
  private static final byte[] ENCODED_AT = "%40".getBytes(StandardCharsets.US_ASCII);

  @Override
  public @Nullable Match match(Window window, int place) {
    boolean encoded = window.at(place) == '%';
    if (encoded && !window.startsWith(place, ENCODED_AT)) {
      return null;
    }
    int from = localPart(window, place);
    if (from == place) {
      return null;
    }
    int to = domainEnd(window, place + (encoded ? ENCODED_AT.length : 1));
    return to < 0 ? null : new Match(from, to, Removal.Kind.EMAIL, Tail.none());
  }

  private static int localPart(Window window, int place) {
    int least = window.backFrom(place, LOCAL);
    int from = window.runStart(place, least, LOCAL_PART);
    while (from < place && !ByteSet.WORD.has(window.bytes[from])) {
      from++;
    }
    return from;
  }

  /** Returns the end of the longest domain whose last label begins with two letters, or -1. */
  private static int domainEnd(Window window, int from) {
    int limit = Math.min(window.end(), from + DOMAIN);
    int runEnd = window.runEnd(from, limit, DOMAIN_PART);
    for (int dot = runEnd - 1; dot > from; dot--) {
      if (window.bytes[dot] == '.') {
        int end = window.runEnd(dot + 1, runEnd, ByteSet.LETTER);
        if (end - dot > 2) {
          return end;
        }
      }
    }
    return -1;
  }
}
