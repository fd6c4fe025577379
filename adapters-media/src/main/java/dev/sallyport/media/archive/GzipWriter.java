package dev.sallyport.media.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes one stream of gzip that says nothing but bytes (<a
 * href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3">RFC 1952, section 2.3</a>): no flags,
 * no time, unknown system. Closing it frees what compression holds; the sink stays open.
 */
final class GzipWriter extends OutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final OutputStream sink;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[1 << 13];
  private boolean begun;

  GzipWriter(OutputStream sink) {
    this.sink = sink;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    begin();
    crc.update(bytes, offset, length);
    deflater.setInput(bytes, offset, length);
    while (!deflater.needsInput()) {
      drain();
    }
  }

  /** Ends the stream. */
  void finish() throws IOException {
    begin();
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
    number(crc.getValue());
    number(deflater.getBytesRead());
    sink.flush();
  }

  @Override
  public void close() {
    deflater.end();
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      sink.write(HEADER);
    }
  }

  private void drain() throws IOException {
    sink.write(packed, 0, deflater.deflate(packed));
  }

  private void number(long value) throws IOException {
    byte[] bytes = new byte[4];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >>> (8 * i));
    }
    sink.write(bytes);
  }
}
