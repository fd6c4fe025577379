package dev.sallyport.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Puts bytes together, in either order. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  static byte[] concat(byte[]... parts) {
    Bytes all = new Bytes();
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.toArray();
  }

  /** Returns a copy with some bytes replaced. */
  static byte[] patched(byte[] bytes, int at, byte[] by) {
    byte[] copy = bytes.clone();
    System.arraycopy(by, 0, copy, at, by.length);
    return copy;
  }

  static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    throw new IllegalArgumentException("not in these bytes");
  }

  Bytes put(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes text(String text) {
    return put(ascii(text));
  }

  Bytes zeros(int count) {
    return put(new byte[count]);
  }

  Bytes u8(int value) {
    out.write(value);
    return this;
  }

  Bytes be16(int value) {
    return u8(value >>> 8).u8(value);
  }

  Bytes be32(long value) {
    return be16((int) (value >>> 16)).be16((int) value);
  }

  Bytes be64(long value) {
    return be32(value >>> 32).be32(value);
  }

  Bytes le16(int value) {
    return u8(value).u8(value >>> 8);
  }

  Bytes le32(long value) {
    return le16((int) value).le16((int) (value >>> 16));
  }

  Bytes le64(long value) {
    return le32(value).le32(value >>> 32);
  }

  int size() {
    return out.size();
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
