package dev.sallyport.media.text;

/** Whether bytes are UTF-8 from their beginning to wherever they end. */
final class Utf8Check {
  private final Utf8Decoder decoder = new Utf8Decoder();
  private boolean holds = true;

  /** Takes the first so many bytes of a piece; returns whether all were right until now. */
  boolean accepts(byte[] piece, int length) {
    int at = 0;
    while (holds && at < length) {
      if (decoder.atBoundary()) {
        at = PlainRun.end(piece, at, length);
      }
      if (at < length) {
        holds = decoder.push(piece[at++]) != Utf8Decoder.INVALID;
      }
    }
    return holds;
  }

  boolean holds() {
    return holds;
  }
}
