package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.COLOR_PROFILE;
import static dev.sallyport.domain.sanitization.Removal.Kind.IMAGE_METADATA;
import static dev.sallyport.domain.sanitization.Removal.Kind.TRAILING_DATA;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.Arrays;
import java.util.List;

/** JPEG: marker segments around entropy-coded scans. */
final class JpegSamples {
  private static final byte[] FRAME = Bytes.hex("ffc0");

  private JpegSamples() {}

  static byte[] honest() {
    return Drawing.of(32, "jpg");
  }

  static List<AttackSample> all() {
    return new Samples("JPEG", "jpg")
        .add(AttackClass.HONEST, "plain", new Expectation.Clean(), JpegSamples::honest)
        .usual(JpegSamples::honest)
        .trailing(without(TRAILING_DATA), JpegSamples::honest)
        .add(
            AttackClass.METADATA,
            "exif-place",
            without(IMAGE_METADATA),
            () -> with(0xe1, Bytes.concat(Bytes.ascii("Exif\0\0"), PngSamples.exif())))
        .add(
            AttackClass.METADATA,
            "xmp-and-comment",
            without(IMAGE_METADATA),
            () ->
                Bytes.concat(
                    head(),
                    segment(0xe1, Bytes.ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")),
                    segment(0xfe, Bytes.ascii("made by somebody")),
                    rest()))
        .add(
            AttackClass.METADATA,
            "colour-profile",
            without(COLOR_PROFILE),
            () -> with(0xe2, Bytes.concat(Bytes.ascii("ICC_PROFILE\0\1\1"), new byte[128])))
        .add(
            AttackClass.POLYGLOT,
            "script-in-a-comment",
            without(IMAGE_METADATA),
            () -> with(0xfe, Bytes.ascii("*/=alert(1)/*<?php system('id'); ?>")))
        .add(
            AttackClass.PIXEL_FLOOD,
            "of-four-gigapixels",
            ReasonCode.TOO_MANY_PIXELS,
            () -> sized(65_500, 65_500))
        .add(AttackClass.BROKEN, "zero-width", ReasonCode.MALFORMED, () -> sized(32, 0))
        .add(
            AttackClass.BROKEN,
            "two-frames",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(head(), frameSegment(), rest()))
        .add(
            AttackClass.CHUNK_BOMB,
            "segment-longer-than-the-file",
            ReasonCode.TRUNCATED,
            () -> Bytes.concat(head(), Bytes.hex("ffe5ffff"), rest()))
        .add(
            AttackClass.CHUNK_BOMB,
            "segment-shorter-than-its-length",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(head(), Bytes.hex("ffe50001"), rest()))
        .add(
            AttackClass.EXPANSION,
            "thousands-of-segments",
            ReasonCode.MALFORMED,
            JpegSamples::crowded)
        .all();
  }

  private static byte[] head() {
    return Arrays.copyOf(honest(), 2);
  }

  private static byte[] rest() {
    byte[] whole = honest();
    return Arrays.copyOfRange(whole, 2, whole.length);
  }

  private static byte[] with(int marker, byte[] data) {
    return Bytes.concat(head(), segment(marker, data), rest());
  }

  private static byte[] segment(int marker, byte[] data) {
    return new Bytes().u8(0xff).u8(marker).be16(data.length + 2).put(data).toArray();
  }

  private static byte[] frameSegment() {
    byte[] whole = honest();
    int at = Bytes.indexOf(whole, FRAME);
    int length = ((whole[at + 2] & 0xff) << 8) | (whole[at + 3] & 0xff);
    return Arrays.copyOfRange(whole, at, at + 2 + length);
  }

  private static byte[] sized(int height, int width) {
    byte[] whole = honest();
    int at = Bytes.indexOf(whole, FRAME);
    return Bytes.patched(whole, at + 5, new Bytes().be16(height).be16(width).toArray());
  }

  private static byte[] crowded() {
    Bytes all = new Bytes().put(head());
    byte[] one = segment(0xe5, new byte[1]);
    for (int i = 0; i < 20_000; i++) {
      all.put(one);
    }
    return all.put(rest()).toArray();
  }
}
