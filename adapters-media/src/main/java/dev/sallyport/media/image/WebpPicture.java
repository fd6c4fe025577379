package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * What the data of a WebP picture says about itself in its first bytes.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param alpha whether the pixels may be transparent
 */
record WebpPicture(int width, int height, boolean alpha) {
  private static final int LOSSY_HEADER = 10;
  private static final int START_CODE = 0x9d012a;
  private static final int SIDE_MASK = 0x3fff;
  static final int LOSSLESS_HEADER = 5;
  static final int LOSSLESS_SIGNATURE = 0x2f;

  /**
   * Reads the frame header of a VP8 key frame (<a
   * href="https://www.rfc-editor.org/rfc/rfc6386#section-9.1">RFC 6386, 9.1</a>).
   */
  static WebpPicture lossy(ImageBytes bytes, long length) throws IOException {
    require(length > LOSSY_HEADER);
    int tag = bytes.u16Little() | bytes.u8() << 16;
    boolean keyFrame = (tag & 1) == 0;
    int version = tag >> 1 & 7;
    boolean shown = (tag >> 4 & 1) == 1;
    int firstPartition = tag >> 5;
    require(keyFrame && version <= 3 && shown && firstPartition <= length - LOSSY_HEADER);
    require((bytes.u16() << 8 | bytes.u8()) == START_CODE);
    int width = bytes.u16Little() & SIDE_MASK;
    int height = bytes.u16Little() & SIDE_MASK;
    require(width > 0 && height > 0);
    return new WebpPicture(width, height, false);
  }

  /**
   * Reads the header of VP8L data (<a href="https://www.rfc-editor.org/rfc/rfc9649#section-3.4">RFC
   * 9649, 3.4</a>).
   */
  static WebpPicture lossless(ImageBytes bytes, long length) throws IOException {
    require(length > LOSSLESS_HEADER && bytes.u8() == LOSSLESS_SIGNATURE);
    int bits = bytes.i32Little();
    require(bits >>> 29 == 0);
    return new WebpPicture(
        1 + (bits & SIDE_MASK), 1 + (bits >> 14 & SIDE_MASK), (bits >> 28 & 1) == 1);
  }

  /** Returns the header of VP8L data for pixels of a size. */
  static byte[] losslessHeader(int width, int height) {
    int bits = (width - 1) | ((height - 1) << 14) | (1 << 28);
    return new byte[] {
      LOSSLESS_SIGNATURE, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)
    };
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
