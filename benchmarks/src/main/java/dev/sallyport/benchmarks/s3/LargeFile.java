package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.sanitize.Sample;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file to send, in memory for S3 and on disk for the embedded store.
 *
 * @param sample its bytes
 * @param sha256 of them
 * @param file where they are as well
 */
record LargeFile(Sample sample, Sha256 sha256, Path file) {
  /** Writes a sample into a folder. */
  static LargeFile write(Sample sample, Path folder) {
    Sha256 sha256 = Sha256.of(sample.bytes());
    try {
      return new LargeFile(
          sample, sha256, Files.write(folder.resolve(sha256.hex()), sample.bytes()));
    } catch (IOException e) {
      throw new BenchmarkFailedException("there is no room for files to send", e);
    }
  }

  int size() {
    return sample.bytes().length;
  }

  /** What the product has to say of it: generated logs have secrets, photographs nothing. */
  String verdict() {
    return sample.kind().equals("log") ? "Disarmed" : "Clean";
  }
}
