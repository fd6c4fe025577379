package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names whose values are secrets: parameters, settings, headers and JSON members.
 *
 * <p>A name is compared by how it ends, without its dashes, underscores and dots and in lower case:
 * {@code X-Amz-Signature}, {@code db_password} and {@code AWS_SECRET_ACCESS_KEY} are all known.
 */
final class SecretName {
  /** Most bytes of a name that are looked at. */
  static final int LONGEST = 64;

  static final ByteSet CHARACTERS = ByteSet.of("0-9a-zA-Z_.-");

  /** Where a name makes its value a secret. */
  enum Reach {
    /** Everywhere. */
    ANYWHERE,
    /** Before an equals sign, or in quotes; prose has these words before colons. */
    ASSIGNED,
    /** Only in the query of a URL, where such a word is not a word of prose. */
    QUERY,
    /** Everywhere; the value is a scheme and credentials. */
    AUTHORIZATION,
    /** Everywhere; the value goes on to the end of the line. */
    COOKIE
  }

  /**
   * A known ending.
   *
   * @param ending lower-case letters
   * @param reach where it counts
   */
  record Entry(String ending, Reach reach) {
    /** Returns what the value is, outside of a query. */
    Removal.Kind kind() {
      return switch (reach) {
        case AUTHORIZATION -> Removal.Kind.BEARER_TOKEN;
        case COOKIE -> Removal.Kind.COOKIE;
        case ANYWHERE, ASSIGNED -> Removal.Kind.ACCESS_KEY;
        case QUERY -> Removal.Kind.QUERY_SECRET;
      };
    }

    /** Tells whether an unquoted value behind a colon goes on to the end of the line. */
    boolean endsWithLine() {
      return reach == Reach.AUTHORIZATION || reach == Reach.COOKIE;
    }
  }

  /** The first that fits is taken. */
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("authorization", Reach.AUTHORIZATION),
          new Entry("cookie", Reach.COOKIE),
          new Entry("password", Reach.ANYWHERE),
          new Entry("passwd", Reach.ANYWHERE),
          new Entry("passphrase", Reach.ANYWHERE),
          new Entry("secret", Reach.ANYWHERE),
          new Entry("apikey", Reach.ANYWHERE),
          new Entry("accesskey", Reach.ANYWHERE),
          new Entry("secretkey", Reach.ANYWHERE),
          new Entry("privatekey", Reach.ANYWHERE),
          new Entry("accountkey", Reach.ANYWHERE),
          new Entry("accesstoken", Reach.ANYWHERE),
          new Entry("refreshtoken", Reach.ANYWHERE),
          new Entry("authtoken", Reach.ANYWHERE),
          new Entry("sessiontoken", Reach.ANYWHERE),
          new Entry("securitytoken", Reach.ANYWHERE),
          new Entry("idtoken", Reach.ANYWHERE),
          new Entry("token", Reach.ASSIGNED),
          new Entry("pwd", Reach.ASSIGNED),
          new Entry("key", Reach.QUERY),
          new Entry("signature", Reach.QUERY),
          new Entry("sig", Reach.QUERY),
          new Entry("credential", Reach.QUERY),
          new Entry("pass", Reach.QUERY),
          new Entry("code", Reach.QUERY),
          new Entry("auth", Reach.QUERY),
          new Entry("session", Reach.QUERY),
          new Entry("sessionid", Reach.QUERY),
          new Entry("sid", Reach.QUERY),
          new Entry("jwt", Reach.QUERY));

  /** The letters with which names end. */
  static final ByteSet LAST;

  private static final Known[][] BY_LAST = new Known[256][];

  static {
    StringBuilder lastLetters = new StringBuilder();
    for (Entry entry : ENTRIES) {
      String last = entry.ending().substring(entry.ending().length() - 1);
      lastLetters.append(last).append(last.toUpperCase(Locale.ROOT));
    }
    LAST = ByteSet.of(lastLetters.toString());
    for (int last = 0; last < BY_LAST.length; last++) {
      List<Known> known = new ArrayList<>();
      for (Entry entry : ENTRIES) {
        byte[] letters = entry.ending().getBytes(StandardCharsets.US_ASCII);
        byte end = letters[letters.length - 1];
        if (end == last || end - 32 == last) {
          known.add(new Known(letters, entry));
        }
      }
      BY_LAST[last] = known.toArray(Known[]::new);
    }
  }

  private SecretName() {}

  private record Known(@SuppressWarnings("ArrayRecordComponent") byte[] letters, Entry entry) {}

  /** Returns what is known about the name between two places, or null. */
  static @Nullable Entry find(byte[] bytes, int from, int to) {
    if (from >= to) {
      return null;
    }
    for (Known known : BY_LAST[bytes[to - 1] & 0xff]) {
      if (endsWith(bytes, from, to, known.letters)) {
        return known.entry;
      }
    }
    return null;
  }

  private static boolean endsWith(byte[] bytes, int from, int to, byte[] letters) {
    int i = to - 1;
    for (int letter = letters.length - 1; letter >= 0; letter--) {
      while (i >= from && (bytes[i] == '-' || bytes[i] == '_' || bytes[i] == '.')) {
        i--;
      }
      if (i < from || (bytes[i] | 0x20) != letters[letter]) {
        return false;
      }
      i--;
    }
    return true;
  }
}
