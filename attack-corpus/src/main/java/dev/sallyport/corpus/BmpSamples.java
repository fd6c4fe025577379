package dev.sallyport.corpus;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.util.List;

/** Windows bitmaps: two headers and rows. */
final class BmpSamples {
  private BmpSamples() {}

  static byte[] honest() {
    return Drawing.of(8, "bmp");
  }

  static List<AttackSample> all() {
    return new Samples("BMP", "bmp")
        .add(AttackClass.HONEST, "plain", new Expectation.Clean(), BmpSamples::honest)
        .usual(BmpSamples::honest)
        .trailing(Expectation.without(Removal.Kind.TRAILING_DATA), BmpSamples::honest)
        .add(
            AttackClass.PIXEL_FLOOD,
            "of-a-gigapixel",
            ReasonCode.TOO_MANY_PIXELS,
            () -> header(18, 1 << 15, 1 << 15))
        .add(
            AttackClass.PIXEL_FLOOD,
            "of-the-largest-sides",
            ReasonCode.TOO_MANY_PIXELS,
            () -> header(18, Integer.MAX_VALUE, Integer.MAX_VALUE))
        .add(
            AttackClass.BROKEN,
            "of-the-least-height",
            ReasonCode.MALFORMED,
            () -> header(18, 8, Integer.MIN_VALUE))
        .add(AttackClass.BROKEN, "zero-width", ReasonCode.MALFORMED, () -> header(18, 0, 8))
        .add(
            AttackClass.CHUNK_BOMB,
            "pixels-behind-the-end",
            ReasonCode.TRUNCATED,
            () -> Bytes.patched(honest(), 10, new Bytes().le32(0x7fffff00L).toArray()))
        .add(
            AttackClass.CHUNK_BOMB,
            "palette-of-billions",
            ReasonCode.MALFORMED,
            () -> Bytes.patched(honest(), 46, new Bytes().le32(0xfffffff0L).toArray()))
        .all();
  }

  private static byte[] header(int at, int width, int height) {
    return Bytes.patched(honest(), at, new Bytes().le32(width).le32(height).toArray());
  }
}
