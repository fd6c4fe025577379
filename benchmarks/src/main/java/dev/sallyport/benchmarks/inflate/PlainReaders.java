package dev.sallyport.benchmarks.inflate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The JDK's fastest readers: large buffers, no limit, what comes out thrown away. That of ZIP does
 * not even look at checksums.
 */
final class PlainReaders {
  private static final int PIECE = 1 << 16;

  private final byte[] piece = new byte[PIECE];

  long zip(Path archive) throws IOException {
    long count = 0;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        try (InputStream in = zip.getInputStream(entries.nextElement())) {
          count += drain(in);
        }
      }
    }
    return count;
  }

  long gzip(byte[] archive) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive), PIECE)) {
      return drain(in);
    }
  }

  private long drain(InputStream in) throws IOException {
    long count = 0;
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      count += n;
    }
    return count;
  }
}
