package dev.sallyport.domain.profile;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.identity.Username;
import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name under which a profile is found, and stands in addresses: it has the form of a {@link
 * Username} but for characters that mean something there, and is no word that an operation uses.
 *
 * @param value as its owner writes it; two that differ only in case or compatibility forms are the
 *     same handle
 */
public record Handle(String value) {
  /** Most characters (code points): those of a user name, a hyphen and eight digits. */
  public static final int MAX_LENGTH = Username.MAX_LENGTH + 9;

  private static final String TOLD_APART = "/\\?#%;";
  private static final int SUFFIX = 8;
  private static final int LONG_SUFFIX = 32;
  private static final Set<String> RESERVED = Set.of(".", "..", "me", "update");

  /** Rejects every other text. */
  public Handle {
    if (!isPossible(value)) {
      throw new IllegalArgumentException("not a handle");
    }
  }

  /** Tells whether a profile can be found under this. */
  public static boolean isPossible(String text) {
    return text.length() <= 2 * MAX_LENGTH
        && text.codePointCount(0, text.length()) <= MAX_LENGTH
        && text.codePoints().allMatch(c -> isFit(c))
        && !text.isEmpty()
        && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isFit(int c) {
    return TOLD_APART.indexOf(c) < 0 && Username.isPossible(Character.toString(c));
  }

  /**
   * Returns what a new user may be called, the best first: as the user name, and when somebody is
   * called so already, with a part of a hash of the subject behind it. The last one is free as
   * certainly as a UUID is.
   */
  public static List<Handle> candidates(String username, Subject subject) {
    String hash = Sha256.of(subject.value().getBytes(StandardCharsets.UTF_8)).hex();
    StringBuilder name = new StringBuilder();
    username.codePoints().forEach(c -> name.appendCodePoint(isFit(c) ? c : '_'));
    List<Handle> candidates = new ArrayList<>();
    for (String text :
        List.of(
            name.toString(),
            name + "-" + hash.substring(0, SUFFIX),
            "user-" + hash.substring(0, LONG_SUFFIX))) {
      if (isPossible(text)) {
        candidates.add(new Handle(text));
      }
    }
    return candidates;
  }

  /** Returns what is unique about it: the same for handles that are the same. */
  public Sha256 key() {
    String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Sha256.of(folded.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Handle[redacted]";
  }
}
