package dev.sallyport.media.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tape archive that says nothing but names and bytes, with extended headers only for names
 * and sizes that a plain header cannot hold (<a
 * href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax</a>).
 */
final class TarWriter {
  private static final int BLOCK = TarHeader.BLOCK;
  private static final int LONGEST_NAME = 100;
  private static final long LARGEST_PLAIN = 0x1_ffff_ffffL;

  private final OutputStream sink;

  TarWriter(OutputStream sink) {
    this.sink = sink;
  }

  /** Begins a file; so many bytes are to be written to the sink next, then {@link #end}. */
  void begin(String name, long size) throws IOException {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    String records = "";
    if (raw.length > LONGEST_NAME || raw.length != name.length()) {
      records = record("path", name);
    }
    if (size > LARGEST_PLAIN) {
      records += record("size", Long.toString(size));
    }
    if (!records.isEmpty()) {
      byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
      header("PaxHeader".getBytes(StandardCharsets.US_ASCII), bytes.length, 'x');
      sink.write(bytes);
      end(bytes.length);
    }
    byte[] plain = records.isEmpty() ? raw : "file".getBytes(StandardCharsets.US_ASCII);
    header(plain, size > LARGEST_PLAIN ? 0 : size, '0');
  }

  /** Fills the last block of a file of so many bytes. */
  void end(long size) throws IOException {
    sink.write(new byte[(int) (-size & (BLOCK - 1))]);
  }

  /** Ends the archive. */
  void finish() throws IOException {
    sink.write(new byte[2 * BLOCK]);
    sink.flush();
  }

  /** A record counts its own length, digits included. */
  private static String record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int length = rest.getBytes(StandardCharsets.UTF_8).length;
    int whole = length + 1;
    while (length + Integer.toString(whole).length() != whole) {
      whole++;
    }
    return whole + rest;
  }

  private void header(byte[] name, long size, char kind) throws IOException {
    byte[] block = new byte[BLOCK];
    System.arraycopy(name, 0, block, 0, name.length);
    put(block, 100, octal(0644, 7));
    put(block, 108, octal(0, 7));
    put(block, 116, octal(0, 7));
    put(block, 124, octal(size, 11));
    put(block, 136, octal(0, 11));
    put(block, 148, "        ");
    block[156] = (byte) kind;
    put(block, 257, "ustar\00000");
    long sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, octal(sum, 6) + "\0 ");
    sink.write(block);
  }

  private static String octal(long value, int digits) {
    String text = Long.toOctalString(value);
    return "0".repeat(digits - text.length()) + text;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
