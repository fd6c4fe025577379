package dev.sallyport.media.text;

/**
 * Decodes UTF-8 byte by byte and accepts only well-formed sequences: no overlong forms, no
 * surrogates, nothing above U+10FFFF (<a
 * href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506">Unicode 16,
 * table 3-7</a>).
 */
final class Utf8Decoder {
  /** The byte cannot stand here. */
  static final int INVALID = -1;

  /** The character needs more bytes. */
  static final int MORE = -2;

  private int codePoint;
  private int needed;
  private int lowest = 0x80;
  private int highest = 0xbf;

  /** Takes a byte; returns the code point that it ends, or {@link #MORE} or {@link #INVALID}. */
  int push(byte signed) {
    int b = signed & 0xff;
    if (needed == 0) {
      return lead(b);
    }
    if (b < lowest || b > highest) {
      return INVALID;
    }
    lowest = 0x80;
    highest = 0xbf;
    codePoint = (codePoint << 6) | (b & 0x3f);
    needed--;
    return needed == 0 ? codePoint : MORE;
  }

  private int lead(int b) {
    if (b < 0x80) {
      return b;
    }
    if (b < 0xc2 || b > 0xf4) {
      return INVALID;
    }
    if (b < 0xe0) {
      needed = 1;
      codePoint = b & 0x1f;
    } else if (b < 0xf0) {
      needed = 2;
      codePoint = b & 0x0f;
      lowest = b == 0xe0 ? 0xa0 : 0x80;
      highest = b == 0xed ? 0x9f : 0xbf;
    } else {
      needed = 3;
      codePoint = b & 0x07;
      lowest = b == 0xf0 ? 0x90 : 0x80;
      highest = b == 0xf4 ? 0x8f : 0xbf;
    }
    return MORE;
  }

  /** Tells whether no character is half read. */
  boolean atBoundary() {
    return needed == 0;
  }
}
