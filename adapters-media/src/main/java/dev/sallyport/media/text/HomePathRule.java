package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name in the path of a home folder: {@code /home/NAME}, {@code /Users/NAME}, {@code
 * \Users\NAME}, also with the backslashes doubled as in JSON. The name goes, the path stays.
 *
 * <p>A name after backslashes may hold spaces when a backslash follows within 64 characters.
 */
final class HomePathRule implements Rule {
  private static final byte[] HOME = "/home/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] USERS = "/Users/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WINDOWS = "users\\".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_WITH_SPACES = 64;
  private static final ByteSet NAME = ByteSet.except("/\\ \t\r\n\"'`:;,<>|()[]{}?#&=*");
  private static final ByteSet NAME_WITH_SPACES = ByteSet.except("/\\\r\n\"':;,<>|[]?*");

  @Override
  public @Nullable Match match(Window window, int place) {
    if (window.at(place) == '/') {
      int from =
          window.startsWith(place, HOME)
              ? place + HOME.length
              : window.startsWith(place, USERS) ? place + USERS.length : -1;
      return from < 0 ? null : name(window, from, from);
    }
    if (!window.startsWithAnyCase(place + 1, WINDOWS)) {
      return null;
    }
    int from = place + 1 + WINDOWS.length;
    if (window.at(from) == '\\') {
      from++;
    }
    int limit = Math.min(window.end(), from + LONGEST_WITH_SPACES);
    int spaced = window.runEnd(from, limit, NAME_WITH_SPACES);
    boolean ends = spaced < limit && window.bytes[spaced] == '\\';
    return name(window, from, ends ? spaced : from);
  }

  private static @Nullable Match name(Window window, int from, int known) {
    int end = window.runEnd(known, window.horizon(from), NAME);
    return end == from ? null : new Match(from, end, Removal.Kind.HOME_PATH, Tail.run(NAME));
  }
}
