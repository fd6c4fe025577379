package dev.sallyport.media.rebuild;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a binary file together, number by number. */
public final class ByteBuilder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds text, a byte for each character. */
  public ByteBuilder text(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Adds bytes. */
  public ByteBuilder raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** Adds bytes, each given as a number. */
  public ByteBuilder u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Adds the lowest bytes of a number, the highest of them first. */
  public ByteBuilder be(int length, long value) {
    for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
    return this;
  }

  /** Adds the lowest bytes of a number, the lowest first. */
  public ByteBuilder le(int length, long value) {
    for (int i = 0; i < length; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  /** Adds zeros. */
  public ByteBuilder zeros(int count) {
    return raw(new byte[count]);
  }

  /** Returns how many bytes there are. */
  public int size() {
    return bytes.size();
  }

  /** Returns what was added. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Returns parts one after the other. */
  public static byte[] join(byte[]... parts) {
    ByteBuilder all = new ByteBuilder();
    for (byte[] part : parts) {
      all.raw(part);
    }
    return all.bytes();
  }
}
