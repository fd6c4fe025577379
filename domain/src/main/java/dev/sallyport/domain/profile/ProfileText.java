package dev.sallyport.domain.profile;

import dev.sallyport.domain.identity.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What users say of themselves; personal data, never logged.
 *
 * @param displayName 1 to {@link #MAX_NAME} characters (code points), not blank, on one line
 * @param bio at most {@link #MAX_BIO} characters; empty for none, but never only white space
 */
public record ProfileText(String displayName, String bio) {
  /** Most characters of a display name: at first it is the user name. */
  public static final int MAX_NAME = Username.MAX_LENGTH;

  /** Most characters of a bio. */
  public static final int MAX_BIO = 1000;

  /** Rejects what {@link #check} finds flaws in. */
  public ProfileText {
    if (!check(displayName, bio).isEmpty()) {
      throw new IllegalArgumentException("the texts of a profile have flaws");
    }
  }

  /** Which text is meant. */
  public enum Field {
    /** The display name. */
    DISPLAY_NAME,
    /** The bio. */
    BIO
  }

  /** What can be wrong with a text. */
  public enum Fault {
    /** Nothing but white space. */
    BLANK,
    /** More characters than are kept. */
    TOO_LONG,
    /** Characters that nobody sees, or that turn what others write around. */
    UNPRINTABLE
  }

  /**
   * What is wrong with one text.
   *
   * @param field which
   * @param fault what
   */
  public record Flaw(Field field, Fault fault) {}

  /** Returns what is wrong, at most one flaw for each text; nothing when both are fine. */
  public static List<Flaw> check(String displayName, String bio) {
    List<Flaw> flaws = new ArrayList<>();
    fault(displayName, MAX_NAME, displayName.isBlank(), "")
        .ifPresent(fault -> flaws.add(new Flaw(Field.DISPLAY_NAME, fault)));
    fault(bio, MAX_BIO, !bio.isEmpty() && bio.isBlank(), "\n\t")
        .ifPresent(fault -> flaws.add(new Flaw(Field.BIO, fault)));
    return List.copyOf(flaws);
  }

  private static Optional<Fault> fault(
      String text, int most, boolean isBlank, String allowedControls) {
    if (isBlank) {
      return Optional.of(Fault.BLANK);
    }
    if (text.codePointCount(0, text.length()) > most) {
      return Optional.of(Fault.TOO_LONG);
    }
    boolean isFine = text.codePoints().allMatch(c -> allowedControls.indexOf(c) >= 0 || isShown(c));
    return isFine ? Optional.empty() : Optional.of(Fault.UNPRINTABLE);
  }

  /**
   * Everything but controls, half characters and the explicit directional characters of <a
   * href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX 9</a>;
   * joiners stay, since emoji need them.
   */
  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    };
  }

  @Override
  public String toString() {
    return "ProfileText[redacted]";
  }
}
