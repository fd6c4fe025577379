package dev.sallyport.media.text;

/** Writes characters as UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Writes a code point that is no surrogate; returns the place behind it. */
  static int write(int codePoint, byte[] target, int place) {
    int at = place;
    if (codePoint < 0x80) {
      target[at++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      target[at++] = (byte) (0xc0 | codePoint >> 6);
      target[at++] = last(codePoint);
    } else if (codePoint < 0x10000) {
      target[at++] = (byte) (0xe0 | codePoint >> 12);
      target[at++] = last(codePoint >> 6);
      target[at++] = last(codePoint);
    } else {
      target[at++] = (byte) (0xf0 | codePoint >> 18);
      target[at++] = last(codePoint >> 12);
      target[at++] = last(codePoint >> 6);
      target[at++] = last(codePoint);
    }
    return at;
  }

  private static byte last(int bits) {
    return (byte) (0x80 | (bits & 0x3f));
  }
}
