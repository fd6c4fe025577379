package dev.sallyport.media.text;

/** A set of bytes that answers without branching. */
final class ByteSet {
  static final ByteSet DIGIT = of("0-9");
  static final ByteSet HEX = of("0-9a-fA-F");
  static final ByteSet LETTER = of("a-zA-Z");
  static final ByteSet WORD = of("0-9a-zA-Z_");
  static final ByteSet BASE64_URL = of("0-9a-zA-Z_-");

  private final boolean[] members;

  ByteSet(boolean[] members) {
    this.members = members;
  }

  /**
   * Returns the set of the ASCII characters and ranges such as {@code a-z}; a final - is itself.
   */
  static ByteSet of(String ranges) {
    boolean[] members = new boolean[256];
    for (int i = 0; i < ranges.length(); i++) {
      int last = i;
      if (i + 2 < ranges.length() && ranges.charAt(i + 1) == '-') {
        last = i + 2;
      }
      for (char c = ranges.charAt(i); c <= ranges.charAt(last); c++) {
        members[c] = true;
      }
      i = last;
    }
    return new ByteSet(members);
  }

  /** Returns every byte that is not in the set of these characters. */
  static ByteSet except(String ranges) {
    boolean[] members = of(ranges).members;
    for (int i = 0; i < members.length; i++) {
      members[i] = !members[i];
    }
    return new ByteSet(members);
  }

  /** Returns what is in either. */
  ByteSet and(ByteSet other) {
    boolean[] both = members.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] |= other.members[i];
    }
    return new ByteSet(both);
  }

  boolean has(byte b) {
    return members[b & 0xff];
  }
}
