package dev.sallyport.media.archive;

import java.io.ByteArrayOutputStream;

/** Writes numbers with their lowest byte first. */
final class LittleEndian {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  LittleEndian u16(int value) {
    return number(value, 2);
  }

  LittleEndian u32(long value) {
    return number(value, 4);
  }

  LittleEndian u64(long value) {
    return number(value, 8);
  }

  LittleEndian number(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  LittleEndian raw(byte[] value) {
    bytes.writeBytes(value);
    return this;
  }

  byte[] array() {
    return bytes.toByteArray();
  }
}
