package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One header of a tape archive, of the <a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">ustar</a> or the <a
 * href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">GNU</a> kind.
 *
 * @param rawName the name, prefix included, not yet decoded
 * @param size bytes of data that follow
 * @param kind the type flag
 * @param hasOwner whether it says whose file it was
 */
record TarHeader(
    @SuppressWarnings("ArrayRecordComponent") byte[] rawName,
    long size,
    char kind,
    boolean hasOwner) {
  static final int BLOCK = 512;

  private static final byte[] USTAR = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GNU = "ustar  \0".getBytes(StandardCharsets.US_ASCII);
  private static final int NAME = 100;
  private static final int UID = 108;
  private static final int GID = 116;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int KIND = 156;
  private static final int MAGIC = 257;
  private static final int USER = 265;
  private static final int GROUP = 297;
  private static final int PREFIX = 345;
  private static final int PREFIX_END = 500;

  static TarHeader of(byte[] block) throws UnfitContentException {
    boolean ustar = Arrays.equals(block, MAGIC, MAGIC + 8, USTAR, 0, 8);
    require(ustar || Arrays.equals(block, MAGIC, MAGIC + 8, GNU, 0, 8));
    require(number(block, CHECKSUM, 8) == checksum(block));
    byte[] name = text(block, 0, NAME);
    byte[] prefix = ustar ? text(block, PREFIX, PREFIX_END) : new byte[0];
    boolean owner =
        number(block, UID, 8) != 0
            || number(block, GID, 8) != 0
            || block[USER] != 0
            || block[GROUP] != 0;
    char kind = (char) (block[KIND] & 0xff);
    return new TarHeader(joined(prefix, name), number(block, SIZE, 12), kind, owner);
  }

  static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] joined(byte[] prefix, byte[] name) {
    if (prefix.length == 0) {
      return name;
    }
    byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
    joined[prefix.length] = '/';
    System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
    return joined;
  }

  /** Sums the block up as if the sum's own place were blank. */
  private static long checksum(byte[] block) {
    long sum = 8 * ' ';
    for (int i = 0; i < block.length; i++) {
      sum += i >= CHECKSUM && i < CHECKSUM + 8 ? 0 : block[i] & 0xff;
    }
    return sum;
  }

  private static byte[] text(byte[] block, int from, int to) {
    int end = from;
    while (end < to && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, from, end);
  }

  /** Reads octal digits between blanks and zeros, or a positive number in base 256 as GNU does. */
  private static long number(byte[] block, int from, int width) throws UnfitContentException {
    if (block[from] < 0) {
      return wide(block, from, width);
    }
    int at = from;
    int end = from + width;
    while (at < end && block[at] == ' ') {
      at++;
    }
    long value = 0;
    while (at < end && block[at] >= '0' && block[at] <= '7') {
      value = value * 8 + block[at] - '0';
      at++;
    }
    while (at < end) {
      require(block[at] == ' ' || block[at] == 0);
      at++;
    }
    return value;
  }

  private static long wide(byte[] block, int from, int width) throws UnfitContentException {
    require((block[from] & 0xff) == 0x80);
    long value = 0;
    for (int i = from + 1; i < from + width; i++) {
      require(value >>> 55 == 0);
      value = value << 8 | (block[i] & 0xff);
    }
    return value;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
