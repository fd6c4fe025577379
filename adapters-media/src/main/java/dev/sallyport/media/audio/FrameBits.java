package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;

/**
 * Reads the bits of a FLAC frame, taking no byte before it is needed, and keeps both checksums of
 * what was taken (<a href="https://www.rfc-editor.org/rfc/rfc9639#section-9.1.8">RFC 9639,
 * 9.1.8</a> and 9.3).
 */
final class FrameBits {
  private static final int[] CRC8 = table(8, 0x07);
  private static final int[] CRC16 = table(16, 0x8005);

  private final ContentCursor bytes;
  private int current;
  private int left;
  private int crc8;
  private int crc16;

  FrameBits(ContentCursor bytes) {
    this.bytes = bytes;
  }

  private static int[] table(int width, int polynomial) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc >>> (width - 1) & 1) * polynomial;
      }
      table[i] = crc & ((1 << width) - 1);
    }
    return table;
  }

  /** Begins both checksums; the reader stands at the beginning of a byte. */
  void begin() {
    crc8 = 0;
    crc16 = 0;
    left = 0;
  }

  /** Returns 0 after a header with its checksum. */
  int headerChecksum() {
    return crc8;
  }

  /** Returns 0 after a frame with its checksum. */
  int frameChecksum() {
    return crc16;
  }

  /** Reads up to 32 bits. */
  long read(int count) throws IOException {
    long value = 0;
    for (int wanted = count; wanted > 0; ) {
      if (left == 0) {
        pull();
      }
      int taken = Math.min(wanted, left);
      left -= taken;
      value = value << taken | (current >>> left & ((1 << taken) - 1));
      wanted -= taken;
    }
    return value;
  }

  /** Counts zeros up to the next one. */
  long unary() throws IOException {
    long zeros = 0;
    while (true) {
      if (left == 0) {
        pull();
      }
      int rest = current & ((1 << left) - 1);
      if (rest != 0) {
        int leading = left - (32 - Integer.numberOfLeadingZeros(rest));
        left -= leading + 1;
        return zeros + leading;
      }
      zeros += left;
      left = 0;
    }
  }

  /** Leaves out so many bits. */
  void skip(long count) throws IOException {
    for (long rest = count; rest > 0; ) {
      if (left == 0) {
        pull();
      }
      int taken = (int) Math.min(rest, left);
      left -= taken;
      rest -= taken;
    }
  }

  /** Goes to the end of the byte; what is left of it has to be zero. */
  void align() throws IOException {
    malformedUnless((current & ((1 << left) - 1)) == 0);
    left = 0;
  }

  private void pull() throws IOException {
    current = bytes.u8();
    left = 8;
    crc8 = CRC8[crc8 ^ current];
    crc16 = (crc16 << 8 & 0xffff) ^ CRC16[crc16 >>> 8 ^ current];
  }
}
