package dev.sallyport.media.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNG files, right ones and wrong ones, without the code under test. */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PngFile() {
    bytes.writeBytes(SIGNATURE);
  }

  /** Returns a small right image of 8-bit gray without its IEND. */
  static PngFile gray(int width, int height) {
    return new PngFile()
        .header(width, height, 8, 0, 0)
        .chunk("IDAT", deflated(new byte[(width + 1) * height]));
  }

  PngFile header(int width, int height, int depth, int type, int interlace) {
    return chunk("IHDR", ihdr(width, height, depth, type, interlace));
  }

  static byte[] ihdr(int width, int height, int depth, int type, int interlace) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) depth)
        .put((byte) type)
        .put(12, (byte) interlace)
        .array();
  }

  PngFile chunk(String name, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    return chunk(name, data.length, data, (int) crc.getValue());
  }

  PngFile chunk(String name, int length, byte[] data, int crc) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(0, length).array());
    bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(data);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(0, crc).array());
    return this;
  }

  PngFile raw(byte[] data) {
    bytes.writeBytes(data);
    return this;
  }

  byte[] end() {
    return chunk("IEND", new byte[0]).open();
  }

  byte[] open() {
    return bytes.toByteArray();
  }

  /** Packs samples [y][x][channel] into the scan lines of an image, filter 0, all passes. */
  static byte[] lines(int[][][] samples, int depth, boolean interlaced) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int[][] passes = interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}};
    for (int[] pass : passes) {
      for (int y = pass[1]; y < samples.length; y += pass[3]) {
        if (pass[0] < samples[0].length) {
          lines.write(0);
          lines.writeBytes(line(samples[y], depth, pass[0], pass[2]));
        }
      }
    }
    return lines.toByteArray();
  }

  private static byte[] line(int[][] row, int depth, int first, int step) {
    StringBuilder bits = new StringBuilder();
    for (int x = first; x < row.length; x += step) {
      for (int sample : row[x]) {
        String digits = Integer.toBinaryString(sample | 1 << depth);
        bits.append(digits, 1, digits.length());
      }
    }
    while (bits.length() % 8 != 0) {
      bits.append('0');
    }
    byte[] line = new byte[bits.length() / 8];
    for (int i = 0; i < line.length; i++) {
      line[i] = (byte) Integer.parseInt(bits, 8 * i, 8 * i + 8, 2);
    }
    return line;
  }

  static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] target = new byte[data.length + 1000];
    int count = deflater.deflate(target);
    deflater.end();
    return java.util.Arrays.copyOf(target, count);
  }

  /** Returns Exif data with an orientation, in either byte order. */
  static byte[] exif(int orientation, boolean bigEndian) {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
    tiff.putShort((short) (bigEndian ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation);
    return tiff.array();
  }
}
