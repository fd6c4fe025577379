package dev.sallyport.media.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of nothing but IHDR, PLTE, tRNS, IDAT and IEND, row by row.
 *
 * <p>Row filters are chosen by the smallest sum of absolute differences, and none is used for
 * palettes and few bits, as <a href="https://www.w3.org/TR/png-3/#12Filter-selection">PNG 12.7</a>
 * recommends.
 */
final class PngEncoder implements AutoCloseable {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** As small as the default of 6 on screenshots and photographs, and faster. */
  private static final int LEVEL = 4;

  private final PngHeader header;
  private final OutputStream sink;
  private final Deflater deflater = new Deflater(LEVEL);
  private final byte[] data = new byte[1 << 15];
  private final boolean filters;
  private final int length;
  private int filled;
  private byte[] row;
  private byte[] above;
  private byte[] best;
  private byte[] candidate;

  PngEncoder(PngHeader header, OutputStream sink) {
    this.header = header;
    this.sink = sink;
    filters = header.bitDepth() == 8 && header.colorType() != PngHeader.PALETTE;
    length = header.rowBytes(header.width());
    row = new byte[length];
    above = new byte[length];
    best = new byte[length + 1];
    candidate = new byte[filters ? length + 1 : 0];
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
  }

  /** Writes one row, one byte a sample. */
  void row(byte[] samples) throws IOException {
    PngSamples.pack(samples, samples.length, header.bitDepth(), row);
    PngFilter.apply(PngFilter.NONE, row, above, header.channels(), length, best);
    if (filters) {
      chooseFilter();
    }
    deflater.setInput(best);
    while (!deflater.needsInput()) {
      deflate();
    }
    byte[] swap = above;
    above = row;
    row = swap;
  }

  private void chooseFilter() {
    long lowest = PngFilter.cost(best, length);
    for (int filter = 1; filter < PngFilter.COUNT; filter++) {
      PngFilter.apply(filter, row, above, header.channels(), length, candidate);
      long cost = PngFilter.cost(candidate, length);
      if (cost < lowest) {
        lowest = cost;
        byte[] swap = best;
        best = candidate;
        candidate = swap;
      }
    }
  }

  /** Ends the file after the last row. */
  void finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      deflate();
    }
    writeData();
    chunk("IEND", data, 0);
  }

  private void deflate() throws IOException {
    filled += deflater.deflate(data, filled, data.length - filled);
    if (filled == data.length) {
      writeData();
    }
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
