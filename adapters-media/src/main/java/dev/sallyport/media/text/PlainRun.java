package dev.sallyport.media.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Runs of characters that always stay: ASCII without controls, eight bytes at a time, and the bulk
 * of what is encoded in two or three bytes of UTF-8.
 */
final class PlainRun {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;
  private static final long SPACES = 0x20 * ONES;
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int b = 0x20; b < 0x7f; b++) {
      PLAIN[b] = true;
    }
    PLAIN['\t'] = true;
    PLAIN['\n'] = true;
    PLAIN['\r'] = true;
  }

  private PlainRun() {}

  /** Tells whether it is an ASCII character that stays. */
  static boolean isPlain(byte b) {
    return PLAIN[b & 0xff];
  }

  /** Returns the end of such a run; the byte there, if any, has to be looked at alone. */
  static int end(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      while (at + Long.BYTES <= to && isPlain((long) LONG.get(bytes, at))) {
        at += Long.BYTES;
      }
      int near = Math.min(to, at + Long.BYTES);
      while (at < near && PLAIN[bytes[at] & 0xff]) {
        at++;
      }
      if (at < near) {
        int length = charactersThatStay(bytes, at, to);
        if (length == 0) {
          return at;
        }
        at += length;
      }
    }
    return to;
  }

  /** Returns the first place from here with a byte, or the end. */
  static int indexOf(byte wanted, byte[] bytes, int from, int to) {
    long pattern = wanted * ONES;
    int at = from;
    while (at + Long.BYTES <= to && !hasZero((long) LONG.get(bytes, at) ^ pattern)) {
      at += Long.BYTES;
    }
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static boolean hasZero(long word) {
    return ((word - ONES) & ~word & HIGH) != 0;
  }

  /** Tells whether no byte is above 0x7e or below a space; line feeds and tabs are not seen. */
  private static boolean isPlain(long word) {
    return ((word | (word - SPACES) | (word + ONES)) & HIGH) == 0;
  }

  /**
   * Returns how long the character is, or 0 where it is wrong, unfinished, four bytes long, or in a
   * block that has characters which go: controls in C2, the Arabic mark in D8, direction in E2 80
   * and E2 81, the byte order mark in EF BB.
   */
  private static int charactersThatStay(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    int second = at + 1 < to ? bytes[at + 1] & 0xff : 0;
    if (lead < 0xc2 || lead > 0xef || (second & 0xc0) != 0x80) {
      return 0;
    }
    if (lead < 0xe0) {
      return (lead == 0xc2 && second < 0xa0) || lead == 0xd8 ? 0 : 2;
    }
    boolean special =
        switch (lead) {
          case 0xe0 -> second < 0xa0;
          case 0xe2 -> second < 0x82;
          case 0xed -> second > 0x9f;
          case 0xef -> second == 0xbb;
          default -> false;
        };
    return special || at + 2 >= to || (bytes[at + 2] & 0xc0) != 0x80 ? 0 : 3;
  }
}
