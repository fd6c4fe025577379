package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.COLOR_PROFILE;
import static dev.sallyport.domain.sanitization.Removal.Kind.IMAGE_METADATA;
import static dev.sallyport.domain.sanitization.Removal.Kind.TRAILING_DATA;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG: chunks with checksums around one zlib stream. */
final class PngSamples {
  private static final byte[] SIGNATURE = Bytes.hex("89504e470d0a1a0a");
  private static final byte[] END = chunk("IEND", new byte[0]);

  private PngSamples() {}

  static byte[] honest() {
    return png(header(8, 8, 2, 0), data(8, 3));
  }

  static List<AttackSample> all() {
    return new Samples("PNG", "png")
        .add(AttackClass.HONEST, "plain", new Expectation.Clean(), PngSamples::honest)
        .usual(PngSamples::honest)
        .trailing(without(TRAILING_DATA), PngSamples::honest)
        .add(
            AttackClass.POLYGLOT,
            "page-in-a-comment",
            without(IMAGE_METADATA),
            () -> with(chunk("tEXt", Bytes.ascii("Comment\0<script>alert(1)</script>%PDF-1.4"))))
        .add(
            AttackClass.METADATA,
            "text-and-time",
            without(IMAGE_METADATA),
            () ->
                with(
                    chunk("tEXt", Bytes.ascii("Author\0somebody")),
                    chunk("tIME", Bytes.hex("07ea0b150a0000"))))
        .add(
            AttackClass.METADATA,
            "exif-place",
            without(IMAGE_METADATA),
            () -> with(chunk("eXIf", exif())))
        .add(
            AttackClass.METADATA,
            "colour-profile",
            without(COLOR_PROFILE),
            () -> with(chunk("iCCP", Bytes.concat(Bytes.ascii("p\0\0"), deflated(new byte[64])))))
        .add(
            AttackClass.PIXEL_FLOOD,
            "of-four-gigapixels",
            ReasonCode.TOO_MANY_PIXELS,
            () -> png(header(65_535, 65_535, 2, 0), data(1, 3)))
        .add(
            AttackClass.PIXEL_FLOOD,
            "in-many-frames",
            ReasonCode.TOO_MANY_PIXELS,
            PngSamples::animated)
        .add(
            AttackClass.CHUNK_BOMB,
            "text-of-two-gigabytes",
            ReasonCode.MALFORMED,
            () -> declaring("tEXt", Integer.MAX_VALUE))
        .add(
            AttackClass.CHUNK_BOMB,
            "profile-of-a-gigabyte",
            ReasonCode.MALFORMED,
            () -> declaring("iCCP", 1 << 30))
        .add(
            AttackClass.CHUNK_BOMB,
            "negative-length",
            ReasonCode.MALFORMED,
            () -> declaring("tEXt", -1))
        .add(
            AttackClass.EXPANSION,
            "more-pixels-than-declared",
            ReasonCode.MALFORMED,
            () -> png(header(8, 8, 2, 0), chunk("IDAT", deflated(new byte[10_000_000]))))
        .add(
            AttackClass.BROKEN, "wrong-checksum", ReasonCode.MALFORMED, () -> flipped(honest(), 29))
        .add(
            AttackClass.BROKEN,
            "no-pixels",
            ReasonCode.MALFORMED,
            () -> png(header(8, 8, 2, 0), new byte[0]))
        .add(
            AttackClass.BROKEN,
            "palette-index-outside",
            ReasonCode.MALFORMED,
            () ->
                png(
                    header(8, 8, 3, 0),
                    chunk("PLTE", new byte[3]),
                    chunk("IDAT", deflated(filled(8 * 9, 7)))))
        .add(
            AttackClass.BROKEN,
            "zero-width",
            ReasonCode.MALFORMED,
            () -> png(header(0, 8, 2, 0), data(8, 3)))
        .all();
  }

  static byte[] png(byte[]... chunks) {
    Bytes all = new Bytes().put(SIGNATURE);
    for (byte[] chunk : chunks) {
      all.put(chunk);
    }
    return all.put(END).toArray();
  }

  static byte[] header(int width, int height, int colorType, int interlace) {
    return chunk(
        "IHDR",
        new Bytes()
            .be32(width)
            .be32(height)
            .u8(8)
            .u8(colorType)
            .u8(0)
            .u8(0)
            .u8(interlace)
            .toArray());
  }

  static byte[] data(int side, int channels) {
    return chunk("IDAT", deflated(filled(side * (side * channels + 1), 0)));
  }

  static byte[] chunk(String name, byte[] data) {
    byte[] named = Bytes.concat(Bytes.ascii(name), data);
    CRC32 crc = new CRC32();
    crc.update(named);
    return new Bytes().be32(data.length).put(named).be32(crc.getValue()).toArray();
  }

  static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(data);
      deflater.finish();
      Bytes out = new Bytes();
      byte[] piece = new byte[1 << 16];
      while (!deflater.finished()) {
        out.put(Arrays.copyOf(piece, deflater.deflate(piece)));
      }
      return out.toArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] with(byte[]... chunks) {
    return png(header(8, 8, 2, 0), Bytes.concat(chunks), data(8, 3));
  }

  private static byte[] declaring(String name, long length) {
    byte[] lie = new Bytes().be32(length).text(name).text("some bytes").toArray();
    return Bytes.concat(SIGNATURE, header(8, 8, 2, 0), lie, data(8, 3), END);
  }

  /** A still image of 8 by 8 pixels with frames of 4,000 by 4,000 behind it. */
  private static byte[] animated() {
    Bytes all = new Bytes().put(SIGNATURE).put(header(8, 8, 2, 0));
    all.put(chunk("acTL", new Bytes().be32(4).be32(0).toArray())).put(data(8, 3));
    for (int i = 0; i < 4; i++) {
      byte[] control = new Bytes().be32(i).be32(4000).be32(4000).be32(0).be32(0).zeros(6).toArray();
      all.put(chunk("fcTL", control));
    }
    return all.put(END).toArray();
  }

  /** A TIFF directory of one entry: the place where it was taken. */
  static byte[] exif() {
    return Bytes.hex("4d4d002a00000008000188250004000000010000001a00000000");
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    if (value != 0) {
      Arrays.fill(bytes, (byte) value);
      for (int row = 0; row < length; row += 9) {
        bytes[row] = 0;
      }
    }
    return bytes;
  }

  static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 0x55;
    return copy;
  }
}
