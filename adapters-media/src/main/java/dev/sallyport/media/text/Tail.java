package dev.sallyport.media.text;

/**
 * The rest of something that is being redacted; swallowed piece by piece, so that its length costs
 * no memory. Made for one match and used once.
 */
abstract class Tail {
  private boolean ended;

  /**
   * Swallows bytes.
   *
   * @param limit where to stop for now
   * @param isLast whether the text ends at the limit
   * @return the first byte that was not swallowed
   */
  abstract int swallow(Window window, int from, int limit, boolean isLast);

  boolean hasEnded() {
    return ended;
  }

  int endAt(int place) {
    ended = true;
    return place;
  }

  /** Nothing more. */
  static Tail none() {
    return run(NOTHING);
  }

  private static final ByteSet NOTHING = ByteSet.of("");

  /** All bytes of a set. */
  static Tail run(ByteSet set) {
    return new Tail() {
      @Override
      int swallow(Window window, int from, int limit, boolean isLast) {
        int end = window.runEnd(from, limit, set);
        return end < limit ? endAt(end) : end;
      }
    };
  }

  /** Everything up to a quote that no backslash precedes, or the end of the line. */
  static Tail quoted(byte quote) {
    return new Tail() {
      private boolean escaped;

      @Override
      int swallow(Window window, int from, int limit, boolean isLast) {
        for (int i = from; i < limit; i++) {
          byte b = window.bytes[i];
          if (b == '\n' || b == '\r' || (b == quote && !escaped)) {
            return endAt(i);
          }
          escaped = b == '\\' && !escaped;
        }
        return limit;
      }
    };
  }
}
