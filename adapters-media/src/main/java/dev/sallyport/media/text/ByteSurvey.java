package dev.sallyport.media.text;

/**
 * Counts what tells text of single bytes from broken UTF-8 and from no text: in Western languages
 * few characters are outside of ASCII, and hardly ever do they make a character of UTF-8.
 */
final class ByteSurvey {
  /** Bytes that stand for nothing in Windows-1252. */
  private static final ByteSet UNDEFINED = undefined();

  private static final int MOST_HIGH = 3;
  private static final int MOST_CONTROLS = 50;
  private static final int MOST_WELL_FORMED = 4;

  private Utf8Decoder decoder = new Utf8Decoder();
  private long bytes;
  private long high;
  private long controls;
  private long wellFormed;
  private long wrong;
  private boolean never;

  private static ByteSet undefined() {
    boolean[] members = new boolean[256];
    for (int value : new int[] {0, 0x81, 0x8d, 0x8f, 0x90, 0x9d}) {
      members[value] = true;
    }
    return new ByteSet(members);
  }

  void add(byte[] piece, int length) {
    bytes += length;
    for (int i = 0; i < length; i++) {
      byte b = piece[i];
      if (!PlainRun.isPlain(b) || !decoder.atBoundary()) {
        add(b);
      }
    }
  }

  private void add(byte b) {
    never |= UNDEFINED.has(b);
    if (b < 0) {
      high++;
    } else if (!PlainRun.isPlain(b) && b != 0x1b && b != '\b' && b != '\f') {
      controls++;
    }
    boolean within = !decoder.atBoundary();
    int codePoint = decoder.push(b);
    if (codePoint == Utf8Decoder.INVALID && within) {
      wrong++;
      decoder = new Utf8Decoder();
      codePoint = decoder.push(b);
    }
    if (codePoint == Utf8Decoder.INVALID) {
      wrong++;
      decoder = new Utf8Decoder();
    } else if (codePoint >= 0x80) {
      wellFormed++;
    }
  }

  boolean isSingleByteText() {
    return !never
        && wrong > 0
        && high <= bytes / MOST_HIGH
        && controls <= bytes / MOST_CONTROLS
        && wellFormed <= wrong / MOST_WELL_FORMED;
  }
}
