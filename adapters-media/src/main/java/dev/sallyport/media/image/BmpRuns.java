package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * The pixels of a bitmap that is stored as runs (<a
 * href="https://learn.microsoft.com/en-us/windows/win32/gdi/bitmap-compression">RLE8 and RLE4</a>).
 *
 * <p>Runs that leave the image and colours outside the palette are {@code MALFORMED}; data that
 * ends before its own end mark is {@code TRUNCATED}. Pixels that no run reaches have colour 0.
 */
final class BmpRuns {
  private static final int LINE_END = 0;
  private static final int IMAGE_END = 1;
  private static final int DELTA = 2;

  private final BmpLayout layout;
  private final ImageBytes bytes;
  private final Pace pace;
  private final byte[] indices;
  private int x;
  private int line;

  BmpRuns(BmpLayout layout, Content content, Pace pace) {
    this.layout = layout;
    this.pace = pace;
    bytes = new ImageBytes(content, pace);
    bytes.seek(layout.data());
    indices = new byte[Math.multiplyExact(layout.width(), layout.height())];
  }

  /** Fills in all runs and returns where they end. */
  long decode() throws IOException {
    while (true) {
      int count = bytes.u8();
      int value = bytes.u8();
      if (count > 0) {
        run(count, value);
      } else if (value == IMAGE_END) {
        return bytes.position();
      } else {
        escape(value);
      }
    }
  }

  private void escape(int value) throws IOException {
    if (value == LINE_END) {
      x = 0;
      line++;
      require(line <= layout.height());
    } else if (value == DELTA) {
      x += bytes.u8();
      line += bytes.u8();
      require(x <= layout.width() && line <= layout.height());
    } else {
      literal(value);
    }
  }

  private void run(int count, int value) throws UnfitContentException {
    boolean nibbles = layout.bits() == 4;
    for (int i = 0; i < count; i++) {
      put(nibbles ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
    }
    pace.worked(count);
  }

  /** Pixels one by one, filled up to whole words of two bytes. */
  private void literal(int count) throws IOException {
    boolean nibbles = layout.bits() == 4;
    int length = nibbles ? (count + 1) / 2 : count;
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (nibbles && i % 2 == 1) {
        put(value & 15);
      } else {
        value = bytes.u8();
        put(nibbles ? value >> 4 : value);
      }
    }
    bytes.skip(length & 1);
  }

  private void put(int index) throws UnfitContentException {
    require(x < layout.width() && line < layout.height());
    require(index < layout.palette().length / 3);
    indices[(layout.height() - 1 - line) * layout.width() + x++] = (byte) index;
  }

  /** Copies row y, counted from the top. */
  void copyRow(int y, byte[] row) {
    System.arraycopy(indices, y * layout.width(), row, 0, layout.width());
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
