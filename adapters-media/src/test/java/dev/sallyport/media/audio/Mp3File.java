package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.ByteBuilder.join;

import dev.sallyport.media.rebuild.ByteBuilder;
import java.util.Arrays;
import java.util.Random;

/** Builds MP3 files, good and bad: real headers before random bytes. */
final class Mp3File {
  /** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, no padding: 417 bytes. */
  static final int HEADER = 0xfffb_9000;

  private Mp3File() {}

  static byte[] frame(int header, int length) {
    byte[] body = new byte[length - 4];
    new Random(header).nextBytes(body);
    for (int i = 0; i < body.length; i++) {
      body[i] &= 0x7f;
    }
    return new ByteBuilder().be(4, header).raw(body).bytes();
  }

  static byte[] frames(int count) {
    ByteBuilder all = new ByteBuilder();
    for (int i = 0; i < count; i++) {
      boolean padded = i % 3 == 0;
      all.raw(frame(padded ? HEADER | 0x200 : HEADER, padded ? 418 : 417));
    }
    return all.bytes();
  }

  static byte[] id3v2(int version, int flags, int length) {
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) 'x');
    byte[] header =
        new ByteBuilder()
            .text("ID3")
            .u8(version, 0, flags)
            .u8(length >> 21 & 127, length >> 14 & 127, length >> 7 & 127, length & 127)
            .bytes();
    byte[] footer = header.clone();
    System.arraycopy(new byte[] {'3', 'D', 'I'}, 0, footer, 0, 3);
    return (flags & 0x10) == 0 ? join(header, content) : join(header, content, footer);
  }

  static byte[] id3v1() {
    return Arrays.copyOf(new ByteBuilder().text("TAGat home by the lake").bytes(), 128);
  }

  static byte[] ape(boolean header) {
    byte[] item = new ByteBuilder().le(4, 4).le(4, 0).text("Title\0lake").bytes();
    ByteBuilder footer = new ByteBuilder().text("APETAGEX").le(4, 2000).le(4, item.length + 32L);
    footer.le(4, 1).le(4, header ? 0x8000_0000L : 0).zeros(8);
    ByteBuilder first = new ByteBuilder().text("APETAGEX").le(4, 2000).le(4, item.length + 32L);
    first.le(4, 1).le(4, 0xa000_0000L).zeros(8);
    return header ? join(first.bytes(), item, footer.bytes()) : join(item, footer.bytes());
  }

  static byte[] lyrics(boolean second) {
    ByteBuilder lyrics = new ByteBuilder().text("LYRICSBEGININD0000200at the lake");
    return second
        ? lyrics.text("%06d".formatted(lyrics.size())).text("LYRICS200").bytes()
        : lyrics.text("LYRICSEND").bytes();
  }
}
