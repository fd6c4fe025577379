package dev.sallyport.domain.attachment.policy;

/**
 * The tokens of a policy document: punctuation, strings and whole numbers, with white space skipped
 * between them.
 */
final class PolicyScanner {
  private static final int MOST_DIGITS = 18;

  private final String text;
  private int at;

  PolicyScanner(String text) {
    this.text = text;
  }

  /** The document is none; the reason is in S3's words. */
  static final class MalformedPolicy extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedPolicy(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  boolean take(char expected) {
    skipWhiteSpace();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char expected) throws MalformedPolicy {
    if (!take(expected)) {
      throw invalid();
    }
  }

  void expectEnd() throws MalformedPolicy {
    skipWhiteSpace();
    if (at < text.length()) {
      throw invalid();
    }
  }

  boolean atString() {
    skipWhiteSpace();
    return at < text.length() && text.charAt(at) == '"';
  }

  String string() throws MalformedPolicy {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        requireWholeCharacters(value);
        return value.toString();
      }
      if (c < ' ') {
        throw invalid();
      }
      value.append(c == '\\' ? escaped() : c);
    }
  }

  /**
   * A bound in bytes: a whole number that is not negative, or, as S3 bears with, the same in
   * quotes.
   */
  long size() throws MalformedPolicy {
    if (atString()) {
      String digits = string();
      PolicyScanner quoted = new PolicyScanner(digits);
      long size = quoted.number();
      if (quoted.at != digits.length()) {
        throw invalid();
      }
      return size;
    }
    return number();
  }

  private long number() throws MalformedPolicy {
    int start = at;
    long number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = number * 10 + text.charAt(at) - '0';
      at++;
      if (at - start > MOST_DIGITS) {
        throw invalid();
      }
    }
    boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
    boolean fraction = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
    if (at == start || leadingZero || fraction) {
      throw invalid();
    }
    return number;
  }

  private char escaped() throws MalformedPolicy {
    char c = next();
    return switch (c) {
      case '"', '\\', '/', '$' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      case 'u' -> fourHexDigits();
      default -> throw invalid();
    };
  }

  private char fourHexDigits() throws MalformedPolicy {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = hexDigit(next());
      if (digit < 0) {
        throw invalid();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static void requireWholeCharacters(StringBuilder value) throws MalformedPolicy {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw invalid();
      }
    }
  }

  private char next() throws MalformedPolicy {
    if (at == text.length()) {
      throw invalid();
    }
    return text.charAt(at++);
  }

  private void skipWhiteSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static MalformedPolicy invalid() {
    return new MalformedPolicy("Invalid JSON.");
  }
}
