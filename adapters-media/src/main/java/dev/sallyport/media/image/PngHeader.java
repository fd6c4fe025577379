package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the IHDR chunk of a PNG says (<a href="https://www.w3.org/TR/png-3/#11IHDR">PNG 11.2.1</a>).
 *
 * @param width in pixels
 * @param height in pixels
 * @param bitDepth bits of a sample: 1, 2, 4, 8 or 16
 * @param colorType 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngHeader(int width, int height, int bitDepth, int colorType, boolean interlaced) {
  static final int GRAY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int GRAY_ALPHA = 4;
  static final int RGB_ALPHA = 6;
  static final int LENGTH = 13;

  /**
   * Widest and highest image that is read, because a row is held whole; libpng has the same limit
   * (<a href="https://github.com/pnggroup/libpng/blob/libpng16/pngusr.dfa">PNG_USER_WIDTH_MAX</a>).
   */
  private static final int MAX_SIDE = 1_000_000;

  /** Reads the 13 bytes of the chunk. */
  static PngHeader parse(byte[] chunk, long maxPixels) throws UnfitContentException {
    ByteBuffer data = ByteBuffer.wrap(chunk);
    int width = data.getInt();
    int height = data.getInt();
    int bitDepth = data.get();
    int colorType = data.get();
    int compression = data.get();
    int filter = data.get();
    int interlace = data.get();
    if (width < 1
        || height < 1
        || compression != 0
        || filter != 0
        || interlace < 0
        || interlace > 1
        || !allows(colorType, bitDepth)) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > maxPixels) {
      throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
    }
    return new PngHeader(width, height, bitDepth, colorType, interlace == 1);
  }

  private static boolean allows(int colorType, int bitDepth) {
    return switch (colorType) {
      case GRAY ->
          bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
      case PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
      case RGB, GRAY_ALPHA, RGB_ALPHA -> bitDepth == 8 || bitDepth == 16;
      default -> false;
    };
  }

  /** Returns the samples of a pixel. */
  int channels() {
    return switch (colorType) {
      case RGB -> 3;
      case GRAY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 1;
    };
  }

  /** Returns the bytes of a row of so many pixels, without its filter byte. */
  int rowBytes(int pixels) {
    return (int) (((long) pixels * channels() * bitDepth + 7) / 8);
  }

  /** Returns the distance in bytes that the row filters look back: a pixel, at least a byte. */
  int filterDistance() {
    return Math.max(1, channels() * bitDepth / 8);
  }

  long pixels() {
    return (long) width * height;
  }

  /** Returns how long a tRNS chunk has to be at most, 0 when none is allowed. */
  int maxTransparencyBytes(int paletteEntries) {
    return switch (colorType) {
      case GRAY -> 2;
      case RGB -> 6;
      case PALETTE -> paletteEntries;
      default -> 0;
    };
  }

  /** Returns the four letters of a chunk's name as a number. */
  static int chunk(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
