package dev.sallyport.media.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP archive that says nothing but names and bytes: always the same for the same. */
final class ZipWriter implements AutoCloseable {
  /** Any will do; one before this month would be written twice, once in an extra field. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0, 0);

  private final ZipOutputStream zip;

  ZipWriter(OutputStream sink) {
    zip = new ZipOutputStream(new Unclosed(sink));
  }

  /** Begins a file; the one before ends. */
  void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  OutputStream sink() {
    return zip;
  }

  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  /** Frees what compression holds; the sink stays open. */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}
