package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses, found by their {@code @} or {@code %40}: at most 64 characters before it, of
 * letters of any script, digits and {@code . _ % + -}; after it a domain with a dot, at most 255
 * (<a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1">RFC 5321, 4.5.3.1</a>). Of a
 * longer name, the last 64 go.
 */
final class EmailRule implements Rule {
  private static final int LOCAL = 64;
  private static final int DOMAIN = 255;
  private static final ByteSet HIGH = ByteSet.except("\0-\u007f");
  private static final ByteSet ASCII_DOMAIN = ByteSet.of("0-9a-zA-Z.-");
  static final ByteSet LOCAL_PART = ByteSet.of("0-9a-zA-Z._%+-").and(HIGH);
  static final ByteSet DOMAIN_PART = ASCII_DOMAIN.and(HIGH);
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
    int domain = place + (encoded ? ENCODED_AT.length : 1);
    int ascii = domainEnd(window, domain, ASCII_DOMAIN);
    int to = ascii < 0 ? domainEnd(window, domain, DOMAIN_PART) : ascii;
    return to < 0 ? null : new Match(from, to, Removal.Kind.EMAIL, Tail.none());
  }

  private static int localPart(Window window, int place) {
    int least = window.backFrom(place, LOCAL);
    int from = window.runStart(place, least, LOCAL_PART);
    while (from < place && !begins(window.bytes[from])) {
      from++;
    }
    return from;
  }

  /** A name begins with a letter, a digit or an underscore, never within a character of UTF-8. */
  private static boolean begins(byte b) {
    return ByteSet.WORD.has(b) || (b & 0xc0) == 0xc0;
  }

  /** Returns the end of the longest domain whose last label begins with two letters, or -1. */
  private static int domainEnd(Window window, int from, ByteSet characters) {
    int limit = Math.min(window.end(), from + DOMAIN);
    int runEnd = window.runEnd(from, limit, characters);
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
