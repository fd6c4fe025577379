package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Private keys between the lines of <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 * and its forerunners, whatever they are a key of.
 *
 * <p>A key whose end line is missing goes for 64 KiB at most, more than any key is long, so that
 * one line cannot erase a whole log.
 */
final class PrivateKeyRule implements Rule {
  private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DASHES = "-----".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRIVATE = "PRIVATE KEY".getBytes(StandardCharsets.US_ASCII);
  private static final ByteSet LABEL = ByteSet.of("0-9A-Z ");
  private static final int LONGEST_LABEL = 64;
  private static final int LONGEST_KEY = 1 << 16;

  @Override
  public @Nullable Match match(Window window, int place) {
    int begin = place - DASHES.length;
    if (begin < window.backFrom(place, DASHES.length) || !window.startsWith(begin, BEGIN)) {
      return null;
    }
    int label = begin + BEGIN.length;
    int end = labelEnd(window, label);
    if (end < 0 || !isPrivate(window, label, end)) {
      return null;
    }
    return new Match(begin, end, Removal.Kind.PRIVATE_KEY, new Key());
  }

  /** Returns the end of a label and the dashes behind it, or -1. */
  private static int labelEnd(Window window, int label) {
    int limit = Math.min(window.end(), label + LONGEST_LABEL);
    int end = window.runEnd(label, limit, LABEL);
    return window.startsWith(end, DASHES) ? end + DASHES.length : -1;
  }

  private static boolean isPrivate(Window window, int label, int end) {
    for (int i = label; i + PRIVATE.length <= end; i++) {
      if (window.startsWith(i, PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private static final class Key extends Tail {
    private int length;

    @Override
    int swallow(Window window, int from, int limit, boolean isLast) {
      for (int i = from; i < limit; i++) {
        if (++length > LONGEST_KEY) {
          return endAt(i);
        }
        if (window.bytes[i] == '-' && window.startsWith(i, END)) {
          int end = labelEnd(window, i + END.length);
          if (end > 0) {
            return endAt(end);
          }
        }
      }
      return limit;
    }
  }
}
