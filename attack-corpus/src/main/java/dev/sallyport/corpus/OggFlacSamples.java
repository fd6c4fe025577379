package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.AUDIO_TAG;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;
import java.util.stream.Stream;

/** Ogg with Opus, and FLAC. */
final class OggFlacSamples {
  private static final Expectation VALID = new Expectation.Validated();
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final byte[] HEAD = Bytes.hex("4f7075734865616401013801" + "80bb0000" + "000000");

  /** A packet of 20 ms of silence (RFC 6716, 3.1). */
  private static final byte[] SILENCE = Bytes.hex("f8fffe");

  private OggFlacSamples() {}

  static List<AttackSample> all() {
    return Stream.concat(ogg().stream(), flac().stream()).toList();
  }

  static byte[] honestOgg() {
    return ogg(tags());
  }

  static byte[] honestFlac() {
    return flac(new byte[0][]);
  }

  private static List<AttackSample> ogg() {
    return new Samples("OGG", "ogg")
        .add(AttackClass.HONEST, "silence", VALID, OggFlacSamples::honestOgg)
        .usual(OggFlacSamples::honestOgg)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), OggFlacSamples::honestOgg)
        .add(
            AttackClass.METADATA,
            "artist",
            without(AUDIO_TAG),
            () -> ogg(tags("ARTIST=someone", "LOCATION=somewhere")))
        .add(
            AttackClass.BROKEN,
            "wrong-checksum",
            ReasonCode.MALFORMED,
            () -> PngSamples.flipped(honestOgg(), 23))
        .add(
            AttackClass.BROKEN,
            "missing-page",
            ReasonCode.MALFORMED,
            () ->
                Bytes.concat(
                    page(FIRST, 0, 0, HEAD), page(0, 0, 1, tags()), page(LAST, 960, 5, SILENCE)))
        .add(
            AttackClass.CHUNK_BOMB,
            "billions-of-comments",
            ReasonCode.MALFORMED,
            () -> ogg(new Bytes().text("OpusTags").le32(1).text("x").le32(0xfffffff0L).toArray()))
        .all();
  }

  private static byte[] ogg(byte[] tags) {
    return Bytes.concat(page(FIRST, 0, 0, HEAD), page(0, 0, 1, tags), page(LAST, 960, 2, SILENCE));
  }

  private static byte[] tags(String... comments) {
    Bytes out = new Bytes().text("OpusTags").le32(4).text("test").le32(comments.length);
    for (String comment : comments) {
      out.le32(comment.length()).text(comment);
    }
    return out.toArray();
  }

  private static byte[] page(int flags, long position, int number, byte[] packet) {
    byte[] page =
        new Bytes()
            .text("OggS")
            .u8(0)
            .u8(flags)
            .le64(position)
            .le32(7)
            .le32(number)
            .le32(0)
            .u8(1)
            .u8(packet.length)
            .put(packet)
            .toArray();
    return Bytes.patched(page, 22, new Bytes().le32(crc(page, 32, 0x04c11db7L)).toArray());
  }

  private static List<AttackSample> flac() {
    byte[] artist =
        new Bytes().le32(4).text("test").le32(1).le32(14).text("ARTIST=someone").toArray();
    return new Samples("FLAC", "flac")
        .add(AttackClass.HONEST, "silence", VALID, OggFlacSamples::honestFlac)
        .usual(OggFlacSamples::honestFlac)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), OggFlacSamples::honestFlac)
        .add(AttackClass.METADATA, "artist", without(AUDIO_TAG), () -> flac(block(4, artist)))
        .add(
            AttackClass.METADATA,
            "picture",
            without(AUDIO_TAG),
            () -> flac(block(6, new Bytes().be32(3).zeros(28).toArray())))
        .add(
            AttackClass.BROKEN,
            "wrong-checksum",
            ReasonCode.MALFORMED,
            () -> PngSamples.flipped(honestFlac(), honestFlac().length - 1))
        .add(
            AttackClass.CHUNK_BOMB,
            "picture-longer-than-the-file",
            ReasonCode.TRUNCATED,
            () -> flac(Bytes.hex("06ffffff")))
        .all();
  }

  private static byte[] flac(byte[]... blocks) {
    byte[] info =
        new Bytes()
            .be16(192)
            .be16(192)
            .zeros(6)
            .put(Bytes.hex("0ac442f0" + "00000180"))
            .zeros(16)
            .toArray();
    Bytes out = new Bytes().text("fLaC");
    out.put(
        blocks.length == 0 ? Bytes.patched(block(0, info), 0, Bytes.hex("80")) : block(0, info));
    for (int i = 0; i < blocks.length; i++) {
      byte[] block = blocks[i].clone();
      block[0] |= (byte) (i == blocks.length - 1 ? 0x80 : 0);
      out.put(block);
    }
    return out.put(frame(0)).put(frame(1)).toArray();
  }

  private static byte[] block(int kind, byte[] data) {
    return new Bytes().u8(kind).u8(data.length >> 16).be16(data.length).put(data).toArray();
  }

  /** 192 samples of two channels of 16 bits, all zero. */
  private static byte[] frame(int number) {
    byte[] header = Bytes.concat(Bytes.hex("fff81918"), new byte[] {(byte) number});
    byte[] checked = Bytes.concat(header, new byte[] {(byte) crc(header, 8, 0x07)});
    byte[] body = Bytes.concat(checked, Bytes.hex("000000" + "000000"));
    return new Bytes().put(body).be16((int) crc(body, 16, 0x8005)).toArray();
  }

  /** A checksum of that many bits, highest first, from zero. */
  private static long crc(byte[] bytes, int bits, long polynomial) {
    long top = 1L << (bits - 1);
    long mask = (top << 1) - 1;
    long crc = 0;
    for (byte b : bytes) {
      crc ^= (long) (b & 0xff) << (bits - 8);
      for (int i = 0; i < 8; i++) {
        crc = ((crc & top) != 0 ? (crc << 1) ^ polynomial : crc << 1) & mask;
      }
    }
    return crc;
  }
}
