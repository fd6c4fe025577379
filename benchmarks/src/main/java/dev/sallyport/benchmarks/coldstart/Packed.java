package dev.sallyport.benchmarks.coldstart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tells how large files are in an archive. */
final class Packed {
  private Packed() {}

  /** Returns the bytes of an archive of these files and of all that lies in these folders. */
  static long size(List<Path> roots) throws IOException {
    Count count = new Count();
    try (ZipOutputStream zip = new ZipOutputStream(count)) {
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            zip.putNextEntry(new ZipEntry(file.toString()));
            Files.copy(file, zip);
            zip.closeEntry();
          }
        }
      }
    }
    return count.bytes;
  }

  private static final class Count extends OutputStream {
    private long bytes;

    @Override
    public void write(int octet) {
      bytes++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      bytes += length;
    }
  }
}
