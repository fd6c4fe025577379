package dev.sallyport.media.sniff;

/** Where a text begins to say something: behind a byte order mark and white space. */
final class TextStart {
  private TextStart() {}

  static int of(byte[] head) {
    int i =
        head.length >= 3
                && head[0] == (byte) 0xef
                && head[1] == (byte) 0xbb
                && head[2] == (byte) 0xbf
            ? 3
            : 0;
    while (i < head.length && isSpace(head[i])) {
      i++;
    }
    return i;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
