package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The credentials after the words Bearer and Basic, wherever they stand: at least 8 characters with
 * a digit among them, or at least 20, so that "basic authentication" stays.
 */
final class AuthorizationRule implements Rule {
  static final ByteSet CREDENTIALS = ByteSet.of("0-9a-zA-Z._~+/=-");
  private static final byte[] BEARER = "bearer".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BASIC = "basic".getBytes(StandardCharsets.US_ASCII);
  private static final int SPACES = 4;
  private static final int LEAST = 8;
  private static final int LONG = 20;
  private static final ByteSet SPACE = ByteSet.of(" \t");

  @Override
  public @Nullable Match match(Window window, int place) {
    int word =
        window.startsWithAnyCase(place, BEARER)
            ? place + BEARER.length
            : window.startsWithAnyCase(place, BASIC) ? place + BASIC.length : -1;
    if (word < 0 || !window.wordMayBegin(place)) {
      return null;
    }
    int from = window.runEnd(word, Math.min(window.end(), word + SPACES), SPACE);
    int end = window.runEnd(from, window.horizon(place), CREDENTIALS);
    int length = end - from;
    boolean secret = length >= LONG || (length >= LEAST && hasDigit(window, from, end));
    return from > word && secret
        ? new Match(from, end, Removal.Kind.BEARER_TOKEN, Tail.run(CREDENTIALS))
        : null;
  }

  private static boolean hasDigit(Window window, int from, int end) {
    for (int i = from; i < end; i++) {
      if (ByteSet.DIGIT.has(window.bytes[i])) {
        return true;
      }
    }
    return false;
  }
}
