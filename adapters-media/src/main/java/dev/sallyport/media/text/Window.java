package dev.sallyport.media.text;

import java.nio.charset.StandardCharsets;

/**
 * The part of a text that rules look at: some bytes before the place of interest, and after it at
 * least {@link #LOOK_AHEAD}, or all that are left.
 *
 * <p>No rule looks further ahead than that or further back than {@link #LOOK_BACK}, so what it
 * finds cannot depend on how the text was cut into pieces.
 */
final class Window {
  static final int LOOK_AHEAD = 512;
  static final int LOOK_BACK = 160;

  /** How every replacement begins. What stood there is unknown, so it ends no token. */
  static final byte[] REPLACED = "[redacted:".getBytes(StandardCharsets.US_ASCII);

  private static final ByteSet ESCAPED_SPACE = ByteSet.of("nrt");

  /** What stands before a place at which {@link #wordMayBegin} holds, seen alone. */
  static final ByteSet BEFORE_WORD =
      ByteSet.except("0-9a-zA-Z_").and(ByteSet.HEX).and(ESCAPED_SPACE);

  final byte[] bytes;
  private int end;
  private int replacedEnd = -1;

  Window(int capacity) {
    // One more than is used, for the line feed after the end.
    bytes = new byte[capacity + 1];
    bytes[0] = '\n';
  }

  /** Returns where the known bytes end. */
  int end() {
    return end;
  }

  int room() {
    return bytes.length - 1 - end;
  }

  void append(byte[] source, int from, int count) {
    System.arraycopy(source, from, bytes, end, count);
    end += count;
    bytes[end] = '\n';
  }

  /** Forgets the bytes before a place, which becomes 0. */
  void dropBefore(int place) {
    System.arraycopy(bytes, place, bytes, 0, end - place);
    end -= place;
    bytes[end] = '\n';
    replacedEnd -= place;
  }

  void clear() {
    end = 0;
    bytes[0] = '\n';
    replacedEnd = -1;
  }

  /** Notes that everything before a place has been replaced. */
  void replacedBefore(int place) {
    replacedEnd = place;
  }

  /** Returns the first place that a rule may still look back at, seen from another. */
  int backFrom(int place, int distance) {
    return Math.max(Math.max(0, replacedEnd), place - distance);
  }

  /** Returns the byte before a place; a line feed where the text or a replacement ends. */
  byte before(int place) {
    return place == 0 || place == replacedEnd ? (byte) '\n' : bytes[place - 1];
  }

  /** Returns the byte at a place; a line feed after the end. */
  byte at(int place) {
    return place < end ? bytes[place] : (byte) '\n';
  }

  /** Returns the end of what a rule at this place may look at. */
  int horizon(int place) {
    return Math.min(end, place + LOOK_AHEAD);
  }

  /**
   * Tells whether a word may begin here: no letter, digit or underscore before, or one that is the
   * end of {@code %3D} or {@code \n}.
   */
  boolean wordMayBegin(int place) {
    return !ByteSet.WORD.has(before(place))
        || (place >= 3 && bytes[place - 3] == '%' && ByteSet.HEX.has(bytes[place - 2]))
        || (place >= 2 && bytes[place - 2] == '\\' && ESCAPED_SPACE.has(bytes[place - 1]));
  }

  boolean startsWith(int place, byte[] expected) {
    if (place + expected.length > end) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[place + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #startsWith}, for expected letters in lower case that may stand in any. */
  boolean startsWithAnyCase(int place, byte[] expected) {
    if (place + expected.length > end) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      byte b = bytes[place + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isReplaced(int place) {
    return startsWith(place, REPLACED);
  }

  /** Returns where a run of bytes of a set begins that ends here, not before a place. */
  int runStart(int place, int least, ByteSet set) {
    int i = place;
    while (i > least && set.has(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  /** Returns where a run of bytes of a set ends that begins here, not beyond a limit. */
  int runEnd(int place, int limit, ByteSet set) {
    int i = place;
    while (i < limit && set.has(bytes[i])) {
      i++;
    }
    return i;
  }
}
