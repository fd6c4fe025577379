package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * The pixels of a GIF's frame, one index each, decompressed by the LZW of <a
 * href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a, appendix F</a>.
 *
 * <p>The table never grows beyond its 4096 codes and the pixels never beyond the frame: fewer are
 * {@code TRUNCATED}, codes from nowhere and colours outside the palette {@code MALFORMED}.
 */
final class GifPixels {
  private static final int MAX_CODES = 1 << 12;
  private static final int MAX_BITS = 12;
  private static final int[][] ONE_PASS = {{0, 1}};
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private final GifLayout.Frame frame;
  private final GifCodes codes;
  private final Pace pace;
  private final int clear;
  private final byte[] indices;
  private final int[] storedAt;
  private final short[] prefix = new short[MAX_CODES];
  private final short[] length = new short[MAX_CODES];
  private final byte[] first = new byte[MAX_CODES];
  private final byte[] last = new byte[MAX_CODES];
  private int filled;
  private int known;
  private int size;

  GifPixels(GifLayout.Frame frame, GifCodes codes, Pace pace) {
    this.frame = frame;
    this.codes = codes;
    this.pace = pace;
    clear = 1 << frame.codeBits();
    indices = new byte[Math.multiplyExact(frame.width(), frame.height())];
    storedAt = order(frame.height(), frame.interlaced());
    for (int i = 0; i < clear; i++) {
      first[i] = (byte) i;
      last[i] = (byte) i;
      length[i] = 1;
    }
    forget();
  }

  private void forget() {
    known = clear + 2;
    size = frame.codeBits() + 1;
  }

  /**
   * Decompresses all pixels.
   *
   * @return whether anything but the end code stood after the last of them
   */
  boolean decode() throws IOException {
    int previous = -1;
    while (filled < indices.length) {
      int code = codes.next(size);
      if (code < 0 || code == clear + 1) {
        throw new UnfitContentException(ReasonCode.TRUNCATED);
      }
      if (code == clear) {
        forget();
        previous = -1;
        continue;
      }
      if (previous >= 0) {
        learn(previous, code);
      }
      require(code < clear || (previous >= 0 && code < known));
      emit(code);
      previous = code;
    }
    requireInPalette();
    int code = codes.next(size);
    return (code >= 0 && code != clear + 1) || !codes.ended();
  }

  /** Notes what the decoder can know once it sees a code after another. */
  private void learn(int previous, int code) {
    if (known == MAX_CODES) {
      return;
    }
    first[known] = first[previous];
    last[known] = code < known ? first[code] : first[previous];
    prefix[known] = (short) previous;
    length[known] = (short) (length[previous] + 1);
    known++;
    if (known == 1 << size && size < MAX_BITS) {
      size++;
    }
  }

  private void emit(int code) throws UnfitContentException {
    int count = length[code];
    require(count <= indices.length - filled);
    pace.worked(count);
    int string = code;
    for (int i = filled + count - 1; i >= filled; i--) {
      indices[i] = last[string];
      string = prefix[string];
    }
    filled += count;
  }

  private void requireInPalette() throws UnfitContentException {
    int highest = 0;
    for (byte index : indices) {
      highest = Math.max(highest, index & 0xff);
    }
    require(highest < frame.entries());
  }

  /** Copies row y of the frame, counted from its top. */
  void copyRow(int y, byte[] target, int offset) {
    System.arraycopy(indices, storedAt[y] * frame.width(), target, offset, frame.width());
  }

  /** Returns which of the stored rows each row is (GIF89a, appendix E). */
  private static int[] order(int height, boolean interlaced) {
    int[] order = new int[height];
    int stored = 0;
    for (int[] pass : interlaced ? PASSES : ONE_PASS) {
      for (int y = pass[0]; y < height; y += pass[1]) {
        order[y] = stored++;
      }
    }
    return order;
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
