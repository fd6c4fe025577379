package dev.sallyport.benchmarks.inflate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The same bytes in both kinds of archive: lines of logs, which pack to a sixth or so, and some
 * bytes that do not pack at all.
 *
 * @param zip four members
 * @param gzip one stream
 * @param size bytes of what was packed
 */
@SuppressWarnings("ArrayRecordComponent")
record Packed(byte[] zip, byte[] gzip, long size) {
  private static final int MEMBERS = 4;
  private static final int LOG = 6 << 20;
  private static final int NOISE = 2 << 20;
  private static final String[] WORDS = {
    "INFO", "WARN", "session", "opened", "for", "player", "frame", "took", "ms", "shader", "cache",
    "miss", "texture", "loaded", "network", "retry"
  };

  /** Makes them, the same each time. */
  static Packed sample() {
    byte[] member = member(new Random(20_260_101));
    try {
      ByteArrayOutputStream zip = new ByteArrayOutputStream();
      ByteArrayOutputStream gzip = new ByteArrayOutputStream();
      try (ZipOutputStream zipped = new ZipOutputStream(zip);
          GZIPOutputStream zipping = new GZIPOutputStream(gzip)) {
        for (int i = 0; i < MEMBERS; i++) {
          zipped.putNextEntry(new ZipEntry("game-" + i + ".log"));
          zipped.write(member);
          zipping.write(member);
        }
      }
      return new Packed(zip.toByteArray(), gzip.toByteArray(), (long) MEMBERS * member.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] member(Random random) {
    StringBuilder log = new StringBuilder();
    for (int line = 0; log.length() < LOG; line++) {
      log.append("2026-01-01T00:00:").append(line % 60).append('.').append(random.nextInt(1000));
      for (int word = 0; word < 12; word++) {
        log.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      }
      log.append(" id=").append(Integer.toHexString(random.nextInt())).append('\n');
    }
    byte[] noise = new byte[NOISE];
    random.nextBytes(noise);
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.writeBytes(log.toString().getBytes(StandardCharsets.US_ASCII));
    member.writeBytes(noise);
    return member.toByteArray();
  }
}
