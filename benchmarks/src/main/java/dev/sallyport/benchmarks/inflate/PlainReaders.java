package dev.sallyport.benchmarks.inflate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** The JDK's readers as fast as they go: large buffers, no limit, what comes out thrown away. */
final class PlainReaders {
  private static final int PIECE = 1 << 16;

  private final byte[] piece = new byte[PIECE];

  long zip(byte[] archive) throws IOException {
    long count = 0;
    try (ZipInputStream in = new WideZipInputStream(new ByteArrayInputStream(archive))) {
      while (in.getNextEntry() != null) {
        count += drain(in);
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

  /** Feeds its inflater as much at once as the others do, not half a kibibyte. */
  private static final class WideZipInputStream extends ZipInputStream {
    WideZipInputStream(InputStream in) {
      super(in);
      buf = new byte[PIECE];
    }
  }
}
