package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name in the path of a home folder: {@code /home/NAME}, {@code /Users/NAME}, {@code
 * \Users\NAME}, {@code \home\NAME} as Windows sees Linux, {@code C:/users/NAME}; also with the
 * backslashes doubled as in JSON, or the separators percent-encoded as in URLs. The name goes, the
 * path stays.
 *
 * <p>A name after backslashes may hold spaces when a backslash follows within 64 characters. After
 * slashes the words count as they are written on Unix, since {@code /users/} is a path of many a
 * web service; in any case only behind the letter of a drive.
 */
final class HomePathRule implements Rule {
  private static final int LONGEST_WITH_SPACES = 64;
  private static final List<byte[]> WORDS =
      List.of(bytes("home"), bytes("users"), bytes("documents and settings"));
  private static final byte[] UNIX = bytes("/home/");
  private static final byte[] MAC = bytes("/Users/");
  private static final byte[] SLASH = bytes("%2f");
  private static final byte[] BACKSLASH = bytes("%5c");
  private static final ByteSet NAME = ByteSet.except("/\\ \t\r\n\"'`:;,<>|()[]{}?#&=*");
  private static final ByteSet ENCODED_NAME = ByteSet.except("/\\ \t\r\n\"'`:;,<>|()[]{}?#&=*%");
  private static final ByteSet NAME_WITH_SPACES = ByteSet.except("/\\\r\n\"':;,<>|[]?*");

  @Override
  public @Nullable Match match(Window window, int place) {
    return switch (window.at(place)) {
      case '/' -> slashes(window, place);
      case '%' -> encoded(window, place);
      default -> backslashes(window, place);
    };
  }

  private static @Nullable Match slashes(Window window, int place) {
    boolean known =
        window.startsWith(place, UNIX)
            || window.startsWith(place, MAC)
            || (isDrive(window, place) && wordEnd(window, place + 1) > 0);
    int end = known ? wordEnd(window, place + 1) : -1;
    return end > 0 && window.at(end) == '/' ? name(window, end + 1, end + 1, NAME) : null;
  }

  /** Tells whether {@code C:} or {@code /c} or {@code /mnt/c} stands before a place. */
  private static boolean isDrive(Window window, int place) {
    int before = place - (window.before(place) == ':' ? 2 : 1);
    return before >= window.backFrom(place, 2)
        && ByteSet.LETTER.has(window.bytes[before])
        && (before == place - 2
            ? !ByteSet.WORD.has(window.before(before))
            : window.before(before) == '/');
  }

  private static @Nullable Match encoded(Window window, int place) {
    byte[] separator = window.startsWithAnyCase(place, SLASH) ? SLASH : BACKSLASH;
    if (!window.startsWithAnyCase(place, separator)) {
      return null;
    }
    int end = wordEnd(window, place + separator.length);
    if (end < 0 || !window.startsWithAnyCase(end, separator)) {
      return null;
    }
    int from = end + separator.length;
    return name(window, from, from, ENCODED_NAME);
  }

  private static @Nullable Match backslashes(Window window, int place) {
    int end = wordEnd(window, place + 1);
    if (end < 0 || (window.at(end) != '\\' && window.at(end) != '/')) {
      return null;
    }
    int from = window.at(end) == '\\' && window.at(end + 1) == '\\' ? end + 2 : end + 1;
    int limit = Math.min(window.end(), from + LONGEST_WITH_SPACES);
    int spaced = window.runEnd(from, limit, NAME_WITH_SPACES);
    boolean ends = spaced < limit && window.bytes[spaced] == '\\';
    return name(window, from, ends ? spaced : from, NAME);
  }

  /** Returns the end of a word that homes are in, or -1. */
  private static int wordEnd(Window window, int place) {
    for (byte[] word : WORDS) {
      if (window.startsWithAnyCase(place, word)) {
        return place + word.length;
      }
    }
    return -1;
  }

  private static @Nullable Match name(Window window, int from, int known, ByteSet characters) {
    int end = window.runEnd(known, window.horizon(from), characters);
    return end == from ? null : new Match(from, end, Removal.Kind.HOME_PATH, Tail.run(characters));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
