package dev.sallyport.media.audio;

import dev.sallyport.media.rebuild.ByteBuilder;
import java.util.Arrays;

/** Builds Ogg files, good and bad, page by page. */
final class OggFile {
  private final ByteBuilder file = new ByteBuilder();
  private final int serial;
  private int sequence;

  OggFile(int serial) {
    this.serial = serial;
  }

  static byte[] vorbisHead() {
    ByteBuilder head = new ByteBuilder().text("\1vorbis").le(4, 0).u8(1).le(4, 44_100);
    return head.zeros(12).u8(0xb8, 1).bytes();
  }

  static byte[] opusHead() {
    return new ByteBuilder()
        .text("OpusHead")
        .u8(1, 2)
        .le(2, 312)
        .le(4, 48_000)
        .le(2, 0)
        .u8(0)
        .bytes();
  }

  static byte[] comments(String magic, String end, String... comments) {
    return new ByteBuilder().text(magic).raw(FlacFile.comments(comments)).text(end).bytes();
  }

  static byte[] setup(int length) {
    byte[] setup = new ByteBuilder().text("\5vorbis").zeros(length).bytes();
    setup[setup.length - 1] = 1;
    return setup;
  }

  /** Begins a Vorbis stream with these comments. */
  static OggFile vorbis(int serial, String... comments) {
    return new OggFile(serial)
        .page(2, 0, vorbisHead())
        .page(0, 0, comments("\3vorbis", "\1", comments), setup(3000));
  }

  /** Begins an Opus stream with these comments. */
  static OggFile opus(int serial, String... comments) {
    return new OggFile(serial)
        .page(2, 0, opusHead())
        .page(0, 0, comments("OpusTags", "", comments));
  }

  /** Adds a page of whole packets. */
  OggFile page(int flags, long granule, byte[]... packets) {
    ByteBuilder lacing = new ByteBuilder();
    ByteBuilder body = new ByteBuilder();
    for (byte[] packet : packets) {
      for (int left = packet.length; left >= 0; left -= 255) {
        lacing.u8(Math.min(left, 255));
      }
      body.raw(packet);
    }
    return segments(flags, granule, lacing.bytes(), body.bytes());
  }

  OggFile segments(int flags, long granule, byte[] lacing, byte[] body) {
    return page(flags, granule, serial, sequence++, 0, lacing, body);
  }

  OggFile page(
      int flags, long granule, int stream, int number, int off, byte[] lacing, byte[] body) {
    ByteBuilder head = new ByteBuilder().text("OggS").u8(0, flags).le(8, granule).le(4, stream);
    head.le(4, number).le(4, 0).u8(lacing.length).raw(lacing).raw(body);
    byte[] page = head.bytes();
    byte[] crc = new ByteBuilder().le(4, crc(page) ^ off).bytes();
    System.arraycopy(crc, 0, page, 22, 4);
    file.raw(page);
    return this;
  }

  /** Adds two pages of audio; the stream ends with them. */
  OggFile audio() {
    byte[] packet = new byte[100];
    Arrays.fill(packet, (byte) 8);
    byte[] large = Arrays.copyOf(packet, 700);
    page(0, 960, packet, large, packet);
    return page(4, 1920, packet, packet);
  }

  private static int crc(byte[] bytes) {
    int crc = 0;
    for (byte one : bytes) {
      crc ^= one << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc < 0 ? 0x04c11db7 : 0);
      }
    }
    return crc;
  }

  byte[] bytes() {
    return file.bytes();
  }
}
