package dev.sallyport.domain.sla;

/** Says what a name may be: one line that every store can keep. */
final class OneLine {
  private OneLine() {}

  static String require(String what, String text, int max) {
    if (text.isBlank() || text.length() > max) {
      throw new IllegalArgumentException(what + " has 1 to " + max + " characters");
    }
    if (text.codePoints().anyMatch(OneLine::isRefused)) {
      throw new IllegalArgumentException(what + " is one line of well-formed text");
    }
    return text;
  }

  /** A code point that is a surrogate has no partner. */
  private static boolean isRefused(int c) {
    return Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF);
  }
}
