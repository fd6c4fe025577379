package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.ANIMATION;
import static dev.sallyport.domain.sanitization.Removal.Kind.IMAGE_METADATA;
import static dev.sallyport.domain.sanitization.Removal.Kind.TRAILING_DATA;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;

/** WebP: RIFF chunks around VP8 or VP8L. */
final class WebpSamples {
  /** One black pixel: five prefix codes of one symbol each, no transforms, no cache. */
  private static final byte[] PIXEL = lossless(1, 1);

  private WebpSamples() {}

  static byte[] honest() {
    return riff(chunk("VP8L", PIXEL));
  }

  static List<AttackSample> all() {
    return new Samples("WEBP", "webp")
        .add(AttackClass.HONEST, "plain", new Expectation.Clean(), WebpSamples::honest)
        .usual(WebpSamples::honest)
        .trailing(without(TRAILING_DATA), WebpSamples::honest)
        .add(
            AttackClass.METADATA,
            "exif-place",
            without(IMAGE_METADATA),
            () -> riff(extended(8, 1, 1), chunk("VP8L", PIXEL), chunk("EXIF", PngSamples.exif())))
        .add(
            AttackClass.METADATA,
            "xmp",
            without(IMAGE_METADATA),
            () -> riff(extended(4, 1, 1), chunk("VP8L", PIXEL), chunk("XMP ", new byte[40])))
        .add(
            AttackClass.METADATA,
            "animated",
            without(ANIMATION),
            () -> riff(extended(2, 1, 1), animation(), frame(1, 1, PIXEL), frame(1, 1, PIXEL)))
        .add(
            AttackClass.PIXEL_FLOOD,
            "of-268-megapixels",
            ReasonCode.TOO_MANY_PIXELS,
            () -> riff(chunk("VP8L", lossless(16_384, 16_384))))
        .add(
            AttackClass.PIXEL_FLOOD,
            "canvas-of-terapixels",
            ReasonCode.TOO_MANY_PIXELS,
            () -> riff(extended(0, 1 << 24, 1 << 24), chunk("VP8L", PIXEL)))
        .add(
            AttackClass.CHUNK_BOMB,
            "chunk-of-four-gigabytes",
            ReasonCode.MALFORMED,
            () -> riff(new Bytes().text("VP8L").le32(0xfffffff0L).put(PIXEL).toArray()))
        .add(AttackClass.BROKEN, "no-image", ReasonCode.MALFORMED, () -> riff(extended(0, 1, 1)))
        .all();
  }

  /** The header of VP8L and then codes of one symbol, whose pixels take no bits. */
  private static byte[] lossless(int width, int height) {
    long head = (width - 1L) | ((height - 1L) << 14);
    Bits bits = new Bits().put(0x2f, 8).put(head, 28).put(0, 1).put(0, 3);
    bits.put(0, 1).put(0, 1).put(0, 1);
    for (int code = 0; code < 5; code++) {
      bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
    }
    return bits.toArray();
  }

  private static byte[] riff(byte[]... chunks) {
    byte[] all = Bytes.concat(chunks);
    return new Bytes().text("RIFF").le32(all.length + 4L).text("WEBP").put(all).toArray();
  }

  private static byte[] chunk(String name, byte[] data) {
    return new Bytes().text(name).le32(data.length).put(data).zeros(data.length % 2).toArray();
  }

  private static byte[] extended(int flags, int width, int height) {
    return chunk(
        "VP8X",
        Bytes.concat(new byte[] {(byte) flags, 0, 0, 0}, le24(width - 1), le24(height - 1)));
  }

  private static byte[] animation() {
    return chunk("ANIM", new byte[6]);
  }

  private static byte[] frame(int width, int height, byte[] image) {
    byte[] head =
        Bytes.concat(le24(0), le24(0), le24(width - 1), le24(height - 1), le24(100), new byte[1]);
    return chunk("ANMF", Bytes.concat(head, chunk("VP8L", image)));
  }

  private static byte[] le24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  /** Bits from the lowest on. */
  private static final class Bits {
    private final Bytes out = new Bytes();
    private long held;
    private int count;

    Bits put(long value, int bits) {
      held |= value << count;
      count += bits;
      while (count >= 8) {
        out.u8((int) held & 0xff);
        held >>>= 8;
        count -= 8;
      }
      return this;
    }

    byte[] toArray() {
      return put(0, 7).out.toArray();
    }
  }
}
