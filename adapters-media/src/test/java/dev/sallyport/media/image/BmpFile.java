package dev.sallyport.media.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds bitmap files, right ones and wrong ones, without the code under test. */
final class BmpFile {
  final int width;
  final int height;
  final int bits;
  int header = 40;
  int compression;
  int colours;
  int[] masks = new int[0];
  byte[] palette = new byte[0];
  byte[] gap = new byte[0];
  byte[] tail = new byte[0];
  int profileSpace;

  BmpFile(int width, int height, int bits) {
    this.width = width;
    this.height = height;
    this.bits = bits;
  }

  /** Returns a palette of grays, four bytes an entry. */
  BmpFile grays(int entries) {
    palette = new byte[entries * 4];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (i % 4 == 3 ? 0 : i / 4 * 255 / (entries - 1));
    }
    colours = entries;
    return this;
  }

  BmpFile compression(int method) {
    compression = method;
    return this;
  }

  BmpFile masks(int headerBytes, int... each) {
    header = headerBytes;
    compression = 3;
    masks = each;
    return this;
  }

  byte[] with(byte[] pixels) {
    int outside = header == 40 ? 4 * masks.length : 0;
    int data = 14 + header + outside + palette.length + gap.length;
    ByteBuffer file = ByteBuffer.allocate(data + pixels.length + tail.length);
    file.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'B').put((byte) 'M');
    file.putInt(-1).putInt(0).putInt(data).putInt(header);
    if (header == 12) {
      file.putShort((short) width).putShort((short) height);
      file.putShort((short) 1).putShort((short) bits);
    } else {
      file.putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
      file.putInt(compression).putInt(-1).putInt(0).putInt(0).putInt(colours).putInt(0);
      for (int mask : masks) {
        file.putInt(mask);
      }
    }
    if (header == 124) {
      file.putInt(14 + 56, profileSpace);
      file.putInt(14 + 112, data - 14 + pixels.length).putInt(14 + 116, tail.length);
    }
    file.position(14 + header + outside).put(palette).put(gap).put(pixels).put(tail);
    return file.array();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
