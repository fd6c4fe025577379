package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of names that are known to hold secrets ({@link SecretName}), found by the {@code =} or
 * {@code :} between them: query parameters, settings, headers, members of JSON inside a line.
 *
 * <p>Only the value goes. In quotes it goes to the closing quote; a cookie and credentials of an
 * unknown scheme go to the end of the line; other values go to the next space or separator.
 */
final class AssignmentRule implements Rule {
  private static final int GAP = 4;
  private static final int ESCAPES = 3;
  private static final byte[] AMPERSAND = bytes("&amp;");
  private static final byte[] ENCODED_EQUALS = bytes("%3d");
  private static final ByteSet SPACE = ByteSet.of(" \t");
  private static final ByteSet QUOTE = ByteSet.of("\"'");

  /** The end of a name, of the quotes around it, or of a gap behind it. */
  static final ByteSet BEFORE = SecretName.LAST.and(SPACE).and(QUOTE);

  private static final ByteSet BACKSLASH = ByteSet.of("\\");
  private static final ByteSet LINE = ByteSet.except("\r\n");
  private static final ByteSet VALUE = ByteSet.except(" \t\r\n\"',;&<>(){}[]|");
  private static final ByteSet QUERY_VALUE = ByteSet.except(" \t\r\n\"'&<>(){}[]|#`\\");
  private static final ByteSet ESCAPED_VALUE = ByteSet.except("\r\n\"'\\");

  /** The schemes with one token behind them; behind others stand parameters. */
  private static final List<byte[]> TOKEN_SCHEMES =
      List.of(bytes("bearer"), bytes("basic"), bytes("token"), bytes("negotiate"), bytes("apikey"));

  @Override
  public @Nullable Match match(Window window, int place) {
    Name name = nameBefore(window, place);
    if (name == null) {
      return null;
    }
    if (window.at(place) == '%') {
      boolean encoded = window.startsWithAnyCase(place, ENCODED_EQUALS) && name.mayBeEncoded();
      return encoded
          ? run(window, place + ENCODED_EQUALS.length, Removal.Kind.QUERY_SECRET, QUERY_VALUE)
          : null;
    }
    boolean equals = window.at(place) == '=';
    if (equals && name.inQuery()) {
      return run(window, place + 1, Removal.Kind.QUERY_SECRET, QUERY_VALUE);
    }
    return switch (name.entry().reach()) {
      case QUERY -> null;
      case ASSIGNED -> equals || name.quoted() ? setting(window, place, name.entry()) : null;
      case ANYWHERE, AUTHORIZATION, COOKIE -> setting(window, place, name.entry());
    };
  }

  /**
   * A known name.
   *
   * @param entry what is known
   * @param quoted whether it stands in quotes
   * @param before the byte before it
   */
  private record Name(SecretName.Entry entry, boolean quoted, byte before) {
    boolean inQuery() {
      boolean certain = before == '?' || before == '&' || before == '#';
      boolean perhaps = before == ';' && entry.reach() == SecretName.Reach.QUERY;
      return !quoted && (certain || perhaps);
    }

    /** Words that are secrets in queries only have to stand in one, be it encoded. */
    boolean mayBeEncoded() {
      return !quoted && (entry.reach() != SecretName.Reach.QUERY || before == '%');
    }
  }

  private static @Nullable Name nameBefore(Window window, int place) {
    byte[] bytes = window.bytes;
    int least = window.backFrom(place, Window.LOOK_BACK);
    int end = place;
    while (end > least && place - end < GAP && SPACE.has(bytes[end - 1])) {
      end--;
    }
    boolean quoted = end > least && QUOTE.has(bytes[end - 1]);
    if (quoted) {
      end--;
      for (int i = 0; i < ESCAPES && end > least && bytes[end - 1] == '\\'; i++) {
        end--;
      }
    }
    if (end == least || !ByteSet.LETTER.has(bytes[end - 1])) {
      return null;
    }
    least = Math.max(least, end - SecretName.LONGEST);
    SecretName.Entry entry = SecretName.find(bytes, least, end);
    if (entry == null) {
      return null;
    }
    int begin = window.runStart(end, least, SecretName.CHARACTERS);
    boolean entity =
        begin - AMPERSAND.length >= window.backFrom(begin, AMPERSAND.length)
            && window.startsWith(begin - AMPERSAND.length, AMPERSAND);
    return new Name(entry, quoted, entity ? (byte) '&' : window.before(begin));
  }

  private static @Nullable Match setting(Window window, int place, SecretName.Entry entry) {
    boolean equals = window.at(place) == '=';
    int from = place + (equals && window.at(place + 1) == '>' ? 2 : 1);
    from = window.runEnd(from, Math.min(window.end(), from + GAP), SPACE);
    int quote = window.runEnd(from, Math.min(window.end(), from + ESCAPES), BACKSLASH);
    if (QUOTE.has(window.at(quote))) {
      int inside = credentials(window, quote + 1, entry);
      return quote > from
          ? run(window, inside, entry.kind(), ESCAPED_VALUE)
          : quoted(window, inside, entry.kind(), window.at(quote));
    }
    if (entry.ending().equals("pwd") && window.at(from) == '/') {
      return null; // The shell's PWD is a folder.
    }
    int credentials = credentials(window, from, entry);
    boolean token = credentials > from && AuthorizationRule.CREDENTIALS.has(window.at(credentials));
    ByteSet characters =
        token ? AuthorizationRule.CREDENTIALS : entry.endsWithLine() && !equals ? LINE : VALUE;
    return run(window, credentials, entry.kind(), characters);
  }

  /** Returns the place behind a scheme that one token follows, else the place itself. */
  private static int credentials(Window window, int from, SecretName.Entry entry) {
    if (entry.reach() == SecretName.Reach.AUTHORIZATION) {
      for (byte[] scheme : TOKEN_SCHEMES) {
        int word = from + scheme.length;
        int end = window.runEnd(word, Math.min(window.end(), word + GAP), SPACE);
        if (window.startsWithAnyCase(from, scheme) && end > word && LINE.has(window.at(end))) {
          return end;
        }
      }
    }
    return from;
  }

  private static @Nullable Match run(
      Window window, int from, Removal.Kind kind, ByteSet characters) {
    int end = window.runEnd(from, window.horizon(from), characters);
    return end <= from || window.isReplaced(from)
        ? null
        : new Match(from, end, kind, Tail.run(characters));
  }

  private static @Nullable Match quoted(Window window, int from, Removal.Kind kind, byte closing) {
    byte first = window.at(from);
    return first == closing || !LINE.has(first) || window.isReplaced(from)
        ? null
        : new Match(from, from, kind, Tail.quoted(closing));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
