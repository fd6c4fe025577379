package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.ANIMATION;
import static dev.sallyport.domain.sanitization.Removal.Kind.IMAGE_METADATA;
import static dev.sallyport.domain.sanitization.Removal.Kind.TRAILING_DATA;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;

/** GIF: a screen, blocks, frames of LZW codes. */
final class GifSamples {
  private static final byte[] TRAILER = Bytes.hex("3b");

  /** Four pixels of colours 0 and 1 in codes of two bits and more. */
  private static final byte[] CODES = Bytes.hex("020344020500");

  private GifSamples() {}

  static byte[] honest() {
    return Bytes.concat(screen(2, 2), frame(2, 2), TRAILER);
  }

  static List<AttackSample> all() {
    return new Samples("GIF", "gif")
        .add(AttackClass.HONEST, "plain", new Expectation.Clean(), GifSamples::honest)
        .usual(GifSamples::honest)
        .trailing(without(TRAILING_DATA), GifSamples::honest)
        .add(
            AttackClass.METADATA,
            "comment",
            without(IMAGE_METADATA),
            () -> Bytes.concat(screen(2, 2), extension(0xfe, "by me"), frame(2, 2), TRAILER))
        .add(
            AttackClass.METADATA,
            "animated",
            without(ANIMATION),
            () -> Bytes.concat(screen(2, 2), frame(2, 2), frame(2, 2), TRAILER))
        .add(
            AttackClass.PIXEL_FLOOD,
            "screen-of-four-gigapixels",
            ReasonCode.TOO_MANY_PIXELS,
            () -> Bytes.concat(screen(65_535, 65_535), frame(2, 2), TRAILER))
        .add(
            AttackClass.PIXEL_FLOOD,
            "in-a-thousand-frames",
            ReasonCode.TOO_MANY_PIXELS,
            GifSamples::flood)
        .add(
            AttackClass.BROKEN,
            "frame-outside-the-screen",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(screen(2, 2), frame(9, 9), TRAILER))
        .add(
            AttackClass.BROKEN,
            "no-frame",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(screen(2, 2), TRAILER))
        .add(
            AttackClass.BROKEN,
            "unknown-block",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(screen(2, 2), Bytes.hex("7f"), frame(2, 2), TRAILER))
        .add(
            AttackClass.POLYGLOT,
            "script-in-a-comment",
            without(IMAGE_METADATA),
            () ->
                Bytes.concat(screen(2, 2), extension(0xfe, "*/=alert(1)//"), frame(2, 2), TRAILER))
        .add(
            AttackClass.CHUNK_BOMB,
            "code-size-of-twenty",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(screen(2, 2), descriptor(2, 2), Bytes.hex("140344020500"), TRAILER))
        .all();
  }

  private static byte[] screen(int width, int height) {
    return new Bytes()
        .text("GIF89a")
        .le16(width)
        .le16(height)
        .u8(0x80)
        .u8(0)
        .u8(0)
        .put(Bytes.hex("000000ffffff"))
        .toArray();
  }

  private static byte[] descriptor(int width, int height) {
    return new Bytes().u8(0x2c).le16(0).le16(0).le16(width).le16(height).u8(0).toArray();
  }

  private static byte[] frame(int width, int height) {
    return Bytes.concat(descriptor(width, height), CODES);
  }

  private static byte[] extension(int label, String text) {
    return new Bytes().u8(0x21).u8(label).u8(text.length()).text(text).u8(0).toArray();
  }

  private static byte[] flood() {
    Bytes all = new Bytes().put(screen(1000, 1000));
    for (int i = 0; i < 1000; i++) {
      all.put(frame(1000, 1000));
    }
    return all.put(TRAILER).toArray();
  }
}
