package dev.sallyport.media.audio;

import dev.sallyport.media.rebuild.ByteBuilder;

/** Builds FLAC files, good and bad: real bits, encoded by the plainest means. */
final class FlacFile {
  static final int BLOCK = 192;

  private final ByteBuilder file = new ByteBuilder().text("fLaC");
  private final StringBuilder bits = new StringBuilder();

  static byte[] info(int block, int rate, int channels, int width, long samples) {
    long packed = (long) rate << 44 | (channels - 1L) << 41 | (width - 1L) << 36 | samples;
    return new ByteBuilder().be(2, block).be(2, block).zeros(6).be(8, packed).zeros(16).bytes();
  }

  /** Begins a file of 16 bits at 44.1 kHz whose only metadata is what is said last. */
  static FlacFile begun(int channels, long samples) {
    return new FlacFile().block(0, true, info(BLOCK, 44_100, channels, 16, samples));
  }

  static byte[] comments(String... comments) {
    ByteBuilder block = new ByteBuilder().le(4, 3).text("me!").le(4, comments.length);
    for (String comment : comments) {
      block.le(4, comment.length()).text(comment);
    }
    return block.bytes();
  }

  FlacFile block(int type, boolean last, byte[] content) {
    return block(type, last, content.length, content);
  }

  FlacFile block(int type, boolean last, int length, byte[] content) {
    file.u8(last ? type | 0x80 : type).be(3, length).raw(content);
    return this;
  }

  /** Adds a whole frame. */
  FlacFile frame(int number, int channelCode, String... subframes) {
    return frame(header(number, channelCode), String.join("", subframes), 0);
  }

  /** Adds a frame of given bits; its checksum is off by so much. */
  FlacFile frame(byte[] header, String body, int off) {
    bits.setLength(0);
    bits.append(body);
    while (bits.length() % 8 != 0) {
      bits.append('0');
    }
    ByteBuilder frame = new ByteBuilder().raw(header);
    for (int i = 0; i < bits.length(); i += 8) {
      frame.u8(Integer.parseInt(bits.substring(i, i + 8), 2));
    }
    file.raw(frame.bytes()).be(2, crc(frame.bytes(), 16, 0x8005) ^ off);
    return this;
  }

  /** A header of a block of 192 samples at 44.1 kHz with 16 bits. */
  static byte[] header(int number, int channelCode) {
    return header(0xfff8, 0x19, channelCode << 4 | 8, number);
  }

  static byte[] header(int sync, int sizes, int channels, int number) {
    ByteBuilder header = new ByteBuilder().be(2, sync).u8(sizes, channels);
    if (number < 0x80) {
      header.u8(number);
    } else {
      header.u8(0xc0 | number >> 6, 0x80 | (number & 0x3f));
    }
    return header.u8(crc(header.bytes(), 8, 7)).bytes();
  }

  static int crc(byte[] bytes, int width, int polynomial) {
    int crc = 0;
    for (byte one : bytes) {
      for (int bit = 7; bit >= 0; bit--) {
        int top = (crc >>> (width - 1) ^ one >>> bit) & 1;
        crc = (crc << 1 ^ top * polynomial) & ((1 << width) - 1);
      }
    }
    return crc;
  }

  static String bits(int count, long value) {
    StringBuilder digits = new StringBuilder();
    for (int i = count - 1; i >= 0; i--) {
      digits.append(value >>> i & 1);
    }
    return digits.toString();
  }

  static String constant(int width) {
    return bits(8, 0) + bits(width, 7);
  }

  static String verbatim(int width, int samples) {
    return bits(8, 2) + bits(width, 3).repeat(samples);
  }

  /** A fixed predictor whose residual is in 4 Rice partitions of parameter 2, the last escaped. */
  static String fixed(int order, int width) {
    String partitions =
        bits(4, 2)
            + rice(48 - order)
            + bits(4, 2)
            + rice(48)
            + bits(4, 2)
            + rice(48)
            + bits(4, 15)
            + bits(5, 3)
            + "101".repeat(48);
    return bits(8, (8 + order) << 1)
        + bits(width, 5).repeat(order)
        + "00"
        + bits(4, 2)
        + partitions;
  }

  /** A linear predictor with one wasted bit and five-bit Rice parameters. */
  static String linear(int order, int width) {
    return bits(8, (31 + order) << 1 | 1)
        + "1"
        + bits(width - 1, 5).repeat(order)
        + bits(4, 11)
        + bits(5, 3)
        + bits(12, 77).repeat(order)
        + "01"
        + bits(4, 0)
        + bits(5, 2)
        + rice(BLOCK - order);
  }

  private static String rice(int samples) {
    return "00110".repeat(samples);
  }

  byte[] bytes() {
    return file.bytes();
  }
}
