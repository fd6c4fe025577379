package dev.sallyport.media.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of nothing but IHDR, PLTE, tRNS, IDAT and IEND, row by row.
 *
 * <p>No row of a palette or of few bits is filtered, as <a
 * href="https://www.w3.org/TR/png-3/#12Filter-selection">PNG 12.7</a> recommends.
 */
final class PngEncoder implements AutoCloseable {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** A long search pays where there is much to find. */
  private static final int CALM_LEVEL = 6;

  /** On noise it takes nearly three times as long for 2 % of the size. */
  private static final int NOISY_LEVEL = 3;

  /** Least bytes on one level, since each change forgets what could be repeated. */
  private static final int LEAST_ON_LEVEL = 1 << 17;

  /** Deflate with a window of 32 KiB, as RFC 1950 has it. */
  private static final byte[] ZLIB = {0x78, (byte) 0x9c};

  private final PngHeader header;
  private final OutputStream sink;
  private final Deflater deflater = new Deflater(CALM_LEVEL, true);
  private final Adler32 checksum = new Adler32();
  private final byte[] data = new byte[1 << 15];
  private final PngFilterChoice choice;
  private final int length;
  private int level = CALM_LEVEL;
  private int onLevel;
  private int filled;
  private byte[] row;
  private byte[] above;
  private final byte[] filtered;

  PngEncoder(PngHeader header, OutputStream sink) {
    this.header = header;
    this.sink = sink;
    boolean filters = header.bitDepth() == 8 && header.colorType() != PngHeader.PALETTE;
    length = header.rowBytes(header.width());
    row = new byte[length];
    above = new byte[length];
    filtered = new byte[length + 1];
    choice = new PngFilterChoice(filters, header.channels(), length);
  }

  /** Writes everything before the pixels; empty arrays stand for no chunk. */
  void begin(byte[] palette, byte[] transparency) throws IOException {
    sink.write(SIGNATURE);
    ByteBuffer ihdr =
        ByteBuffer.allocate(PngHeader.LENGTH)
            .putInt(header.width())
            .putInt(header.height())
            .put((byte) header.bitDepth())
            .put((byte) header.colorType());
    chunk("IHDR", ihdr.array(), PngHeader.LENGTH);
    if (palette.length > 0) {
      chunk("PLTE", palette, palette.length);
    }
    if (transparency.length > 0) {
      chunk("tRNS", transparency, transparency.length);
    }
    put(ZLIB);
  }

  /** Writes one row, one byte a sample. */
  void row(byte[] samples) throws IOException {
    PngSamples.pack(samples, samples.length, header.bitDepth(), row);
    PngFilter.apply(choice.choose(row, above), row, above, header.channels(), length, filtered);
    chooseLevel();
    checksum.update(filtered);
    deflater.setInput(filtered);
    while (!deflater.needsInput()) {
      deflate(Deflater.NO_FLUSH);
    }
    byte[] swap = above;
    above = row;
    row = swap;
  }

  /**
   * Changes the level where rows have become calm or noisy. The deflater starts anew then: one that
   * only changes its level keeps from slow levels what makes fast ones find less.
   */
  private void chooseLevel() throws IOException {
    onLevel += filtered.length;
    int wanted = choice.isNoisy() ? NOISY_LEVEL : CALM_LEVEL;
    if (wanted == level || onLevel < LEAST_ON_LEVEL) {
      return;
    }
    while (deflate(Deflater.SYNC_FLUSH)) {
      // Until nothing is left in it.
    }
    deflater.reset();
    deflater.setLevel(wanted);
    level = wanted;
    onLevel = 0;
  }

  /** Ends the file after the last row. */
  void finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      deflate(Deflater.NO_FLUSH);
    }
    put(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    writeData();
    chunk("IEND", data, 0);
  }

  /** Takes what fits, and tells whether that was all the room there was. */
  private boolean deflate(int flush) throws IOException {
    filled += deflater.deflate(data, filled, data.length - filled, flush);
    boolean full = filled == data.length;
    if (full) {
      writeData();
    }
    return full;
  }

  private void put(byte[] bytes) throws IOException {
    if (data.length - filled < bytes.length) {
      writeData();
    }
    System.arraycopy(bytes, 0, data, filled, bytes.length);
    filled += bytes.length;
  }

  private void writeData() throws IOException {
    if (filled > 0) {
      chunk("IDAT", data, filled);
      filled = 0;
    }
  }

  private void chunk(String name, byte[] bytes, int count) throws IOException {
    byte[] head = ByteBuffer.allocate(8).putInt(count).putInt(PngHeader.chunk(name)).array();
    CRC32 crc = new CRC32();
    crc.update(head, 4, 4);
    crc.update(bytes, 0, count);
    sink.write(head);
    sink.write(bytes, 0, count);
    sink.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  @Override
  public void close() {
    deflater.end();
  }
}
