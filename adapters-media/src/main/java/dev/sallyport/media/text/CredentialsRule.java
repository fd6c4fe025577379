package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import org.jspecify.annotations.Nullable;

/**
 * A name and a password before the host of a URL (<a
 * href="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1">RFC 3986, 3.2.1</a>), found by the
 * colon behind its scheme; so in the connection strings of databases and queues. Both go.
 */
final class CredentialsRule implements Rule {
  private static final int LONGEST = 500;
  private static final ByteSet AUTHORITY = ByteSet.except(" \t\r\n\"'`<>/?#[]");

  @Override
  public @Nullable Match match(Window window, int place) {
    if (window.at(place + 1) != '/' || window.at(place + 2) != '/') {
      return null;
    }
    int from = place + 3;
    int end = window.runEnd(from, Math.min(window.end(), from + LONGEST), AUTHORITY);
    int at = end - 1;
    while (at > from && window.bytes[at] != '@') {
      at--;
    }
    for (int colon = from; colon < at - 1; colon++) {
      if (window.bytes[colon] == ':') {
        return new Match(from, at, Removal.Kind.ACCESS_KEY, Tail.none());
      }
    }
    return null;
  }
}
