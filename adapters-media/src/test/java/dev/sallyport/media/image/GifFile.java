package dev.sallyport.media.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds GIF files, right ones and wrong ones, block by block, without the code under test. */
final class GifFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  GifFile(int width, int height, byte[] palette) {
    text("GIF89a").u16(width).u16(height).u8(flags(palette)).u8(0).u8(0).raw(palette);
  }

  /** Returns a palette of 2, 4, ... 256 entries of gray. */
  static byte[] grays(int entries) {
    byte[] palette = new byte[3 * entries];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (i / 3 * 255 / (entries - 1));
    }
    return palette;
  }

  private static int flags(byte[] palette) {
    int entries = palette.length / 3;
    return entries == 0 ? 0 : 0x80 | Integer.numberOfTrailingZeros(entries) - 1;
  }

  GifFile u8(int value) {
    bytes.write(value);
    return this;
  }

  GifFile u16(int value) {
    return u8(value & 0xff).u8(value >> 8);
  }

  GifFile raw(byte[] data) {
    bytes.writeBytes(data);
    return this;
  }

  GifFile text(String letters) {
    return raw(letters.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Appends a frame with the palette of the screen. */
  GifFile frame(int left, int top, int width, int height, int[] indices, int bits) {
    return descriptor(left, top, width, height, 0).data(bits, codes(indices, bits, true));
  }

  GifFile descriptor(int left, int top, int width, int height, int flags) {
    return u8(0x2c).u16(left).u16(top).u16(width).u16(height).u8(flags);
  }

  GifFile data(int bits, byte[] compressed) {
    return u8(bits).blocks(compressed);
  }

  GifFile blocks(byte[] data) {
    for (int at = 0; at < data.length; at += 255) {
      int count = Math.min(255, data.length - at);
      u8(count);
      bytes.write(data, at, count);
    }
    return u8(0);
  }

  GifFile transparent(int index) {
    return u8(0x21).u8(0xf9).u8(4).u8(1).u16(0).u8(index).u8(0);
  }

  GifFile extension(int label, String text) {
    return u8(0x21).u8(label).blocks(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  GifFile repeats() {
    return u8(0x21).u8(0xff).u8(11).text("NETSCAPE2.0").blocks(new byte[] {1, 0, 0});
  }

  /** Codes every pixel as itself and forgets the table before its codes grow longer. */
  static byte[] codes(int[] indices, int bits, boolean end) {
    int clear = 1 << bits;
    Bits out = new Bits();
    for (int i = 0; i < indices.length; i++) {
      if (i % (clear - 2 < 1 ? 1 : clear - 2) == 0) {
        out.put(clear, bits + 1);
      }
      out.put(indices[i], bits + 1);
    }
    if (end) {
      out.put(clear + 1, bits + 1);
    }
    return out.bytes();
  }

  /** Codes of any size, low bits first. */
  static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int bits;
    private int held;

    Bits put(int code, int size) {
      bits |= code << held;
      held += size;
      while (held >= 8) {
        bytes.write(bits);
        bits >>>= 8;
        held -= 8;
      }
      return this;
    }

    byte[] bytes() {
      if (held > 0) {
        bytes.write(bits);
      }
      bits = 0;
      held = 0;
      return bytes.toByteArray();
    }
  }

  byte[] end() {
    return u8(0x3b).open();
  }

  byte[] open() {
    return bytes.toByteArray();
  }
}
