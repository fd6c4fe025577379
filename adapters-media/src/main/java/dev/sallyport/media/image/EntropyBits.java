package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads a JPEG: first its segments as bytes, then the entropy-coded data of a scan as coefficients
 * (<a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, F.2.2</a>).
 */
final class EntropyBits {
  /** Most bits that a code of 16 and a value of 15 take. */
  private static final int ENOUGH = 31;

  private static final int MASK = (1 << HuffmanTable.LOOK) - 1;
  private static final int LAST = 63;
  private static final long LOWEST = 0x0101010101010101L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final RangeInputStream input;
  private final byte[] buffer = new byte[1 << 13];
  private int next;
  private int filled;
  private boolean ended;

  /** The lowest {@link #count} bits are the next ones. */
  private long bits;

  private int count;

  /** Zeros that were added after the end. */
  private long invented;

  EntropyBits(RangeInputStream input) {
    this.input = input;
  }

  /** Returns the next byte of a segment. */
  int u8() throws IOException {
    int value = nextByte();
    if (value < 0) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    return value;
  }

  int u16() throws IOException {
    return (u8() << 8) | u8();
  }

  private int nextByte() throws IOException {
    if (next == filled) {
      filled = Math.max(0, input.read(buffer, 0, buffer.length));
      next = 0;
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[next++] & 0xff;
  }

  private void fill() throws IOException {
    if (filled - next >= Long.BYTES && !ended) {
      long ahead = (long) LONG.get(buffer, next);
      // No byte of 0xff among them: none of the complement is zero.
      long zeros = (~ahead - LOWEST) & ahead & (LOWEST << 7);
      if (zeros == 0) {
        int bytes = (56 - count) >> 3;
        bits = (bits << (8 * bytes)) | (ahead >>> (64 - 8 * bytes));
        count += 8 * bytes;
        next += bytes;
        return;
      }
    }
    while (count <= 48) {
      int value = ended ? 0 : nextByte();
      if (value < 0 || (value == 0xff && nextByte() != 0)) {
        // A marker, which ends the scan: there are no restarts here.
        ended = true;
        value = 0;
      }
      if (ended) {
        invented += 8;
      }
      bits = (bits << 8) | value;
      count += 8;
    }
  }

  /** Refuses data that has ended before what was read of it. */
  void requireReal() throws UnfitContentException {
    if (invented > count) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
  }

  /** Reads how much the mean of a block differs from that of the one before it. */
  int difference(HuffmanTable table) throws IOException {
    if (count < ENOUGH) {
      fill();
    }
    int entry = table.fast()[(int) (bits >>> (count - HuffmanTable.LOOK)) & MASK];
    if (entry == 0) {
      entry = table.slow((int) (bits >>> (count - 16)) & 0xffff);
    }
    count -= entry & 31;
    int size = (entry >> 5) & 15;
    if (entry >> 16 != 0 || size == 0) {
      return entry >> 16;
    }
    count -= size;
    return HuffmanTable.extend((int) (bits >>> count) & ((1 << size) - 1), size);
  }

  /**
   * Reads the other coefficients of a block.
   *
   * @param places where in the block each one goes, in the order of the file; those that are not
   *     wanted all to one place
   * @param factors what each one is multiplied by, in the order of the file
   * @param block takes them; zero before
   */
  void coefficients(HuffmanTable table, byte[] places, int[] factors, int[] block)
      throws IOException {
    int[] fast = table.fast();
    long ahead = bits;
    int left = count;
    for (int at = 1; at <= LAST; at++) {
      if (left < ENOUGH) {
        count = left;
        fill();
        ahead = bits;
        left = count;
      }
      int entry = fast[(int) (ahead >>> (left - HuffmanTable.LOOK)) & MASK];
      if (entry == 0) {
        entry = table.slow((int) (ahead >>> (left - 16)) & 0xffff);
      }
      left -= entry & 31;
      int run = (entry >> 9) & 15;
      int size = (entry >> 5) & 15;
      if (size == 0) {
        if (run < 15) {
          break;
        }
        at += 15;
        continue;
      }
      int value = entry >> 16;
      if (value == 0) {
        left -= size;
        value = HuffmanTable.extend((int) (ahead >>> left) & ((1 << size) - 1), size);
      }
      at += run;
      UnfitContentException.malformedUnless(at <= LAST);
      block[places[at]] = value * factors[at];
    }
    count = left;
  }
}
