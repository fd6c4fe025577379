package dev.sallyport.media.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes tape archives block by block, right or wrong as a test wishes. */
final class TarBytes {
  static final String USTAR = "ustar\00000";
  static final String GNU = "ustar  \0";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String magic = USTAR;

  TarBytes magic(String value) {
    magic = value;
    return this;
  }

  TarBytes file(String name, String text) {
    return entry(name, text, '0', _ -> {});
  }

  TarBytes entry(String name, String text, char kind, Consumer<byte[]> change) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[512];
    put(block, 0, name);
    put(block, 100, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, String.format("%011o", data.length));
    put(block, 136, "00000000000");
    block[156] = (byte) kind;
    put(block, 257, magic);
    change.accept(block);
    sum(block);
    return raw(block).raw(data).raw(new byte[-data.length & 511]);
  }

  TarBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] finish() {
    return raw(new byte[1024]).out.toByteArray();
  }

  byte[] unfinished() {
    return out.toByteArray();
  }

  static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private static void sum(byte[] block) {
    if (block[148] != 0) {
      return;
    }
    put(block, 148, "        ");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, String.format("%06o\0 ", sum));
  }

  /** Returns one record of an extended header. */
  static String record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
    int length = bytes + 1;
    while (bytes + Integer.toString(length).length() != length) {
      length++;
    }
    return length + rest;
  }
}
