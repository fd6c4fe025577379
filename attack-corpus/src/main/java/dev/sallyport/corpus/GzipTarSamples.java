package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.ARCHIVE_METADATA;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** gzip files and tar archives. */
final class GzipTarSamples {
  private static final byte[] LINE = Bytes.utf8("10:00:00 INFO started\n");
  private static final int BLOCK = 512;

  private GzipTarSamples() {}

  static List<AttackSample> all() {
    return Stream.concat(gzip().stream(), tar().stream()).toList();
  }

  static byte[] gzipped(byte[] content) {
    return gzipped(0, new byte[0], content);
  }

  private static byte[] gzipped(int flags, byte[] optional, byte[] content) {
    return new Bytes()
        .put(Bytes.hex("1f8b08"))
        .u8(flags)
        .le32(0)
        .u8(0)
        .u8(255)
        .put(optional)
        .put(Zip.deflated(content))
        .le32(Zip.crc(content))
        .le32(content.length)
        .toArray();
  }

  static byte[] honestTar() {
    return Bytes.concat(entry("logs/a.txt", '0', LINE), new byte[2 * BLOCK]);
  }

  private static List<AttackSample> gzip() {
    byte[] log = Bytes.utf8("a line of a log\n".repeat(40));
    return new Samples("GZIP", "gz")
        .add(AttackClass.HONEST, "log", new Expectation.Clean(), () -> gzipped(log))
        .add(AttackClass.HONEST, "tar", new Expectation.Clean(), () -> gzipped(honestTar()))
        .usual(() -> gzipped(log))
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), () -> gzipped(log))
        .add(
            AttackClass.METADATA,
            "name-and-comment",
            without(ARCHIVE_METADATA),
            () -> gzipped(0x18, Bytes.ascii("a.txt\0by somebody\0"), log))
        .add(
            AttackClass.EXPANSION,
            "zeros",
            ReasonCode.EXPANSION_LIMIT,
            () -> gzipped(new byte[64 << 20]))
        .add(
            AttackClass.NESTING,
            "eight-deep",
            ReasonCode.NESTING_LIMIT,
            () -> {
              byte[] bytes = gzipped(log);
              for (int i = 1; i < 8; i++) {
                bytes = gzipped(bytes);
              }
              return bytes;
            })
        .add(
            AttackClass.BROKEN,
            "wrong-checksum",
            ReasonCode.MALFORMED,
            () -> {
              byte[] bytes = gzipped(log);
              return PngSamples.flipped(bytes, bytes.length - 6);
            })
        .add(
            AttackClass.CHUNK_BOMB,
            "wrong-length",
            ReasonCode.MALFORMED,
            () -> {
              byte[] bytes = gzipped(log);
              return PngSamples.flipped(bytes, bytes.length - 1);
            })
        .add(
            AttackClass.UNSUPPORTED,
            "program-inside",
            ReasonCode.UNSUPPORTED_TYPE,
            () -> gzipped(Bytes.hex("7f454c4602010100")))
        .all();
  }

  private static List<AttackSample> tar() {
    return new Samples("TAR", "tar")
        .add(AttackClass.HONEST, "log", new Expectation.Clean(), GzipTarSamples::honestTar)
        .add(
            AttackClass.BROKEN,
            "first-half",
            ReasonCode.TRUNCATED,
            () -> Arrays.copyOf(honestTar(), BLOCK + 7))
        .declared(
            AttackClass.MISMATCH,
            "called-csv",
            "text/csv",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            GzipTarSamples::honestTar)
        .add(
            AttackClass.TRAILING,
            "second-archive-behind-the-end",
            ReasonCode.TRAILING_DATA,
            () -> Bytes.concat(honestTar(), entry("b.txt", '0', LINE), new byte[2 * BLOCK]))
        .add(
            AttackClass.UNSAFE_ENTRY,
            "climbing-out",
            ReasonCode.UNSAFE_ENTRY,
            () -> Bytes.concat(entry("../x.txt", '0', LINE), new byte[2 * BLOCK]))
        .add(
            AttackClass.UNSAFE_ENTRY,
            "absolute",
            ReasonCode.UNSAFE_ENTRY,
            () -> Bytes.concat(entry("/etc/passwd", '0', LINE), new byte[2 * BLOCK]))
        .add(
            AttackClass.UNSAFE_ENTRY,
            "link",
            ReasonCode.UNSAFE_ENTRY,
            () -> Bytes.concat(entry("l", '2', new byte[0]), new byte[2 * BLOCK]))
        .add(
            AttackClass.UNSAFE_ENTRY,
            "hard-link",
            ReasonCode.UNSAFE_ENTRY,
            () -> Bytes.concat(entry("l", '1', new byte[0]), new byte[2 * BLOCK]))
        .add(
            AttackClass.UNSAFE_ENTRY,
            "device",
            ReasonCode.UNSAFE_ENTRY,
            () -> Bytes.concat(entry("d", '3', new byte[0]), new byte[2 * BLOCK]))
        .add(
            AttackClass.BROKEN,
            "wrong-checksum",
            ReasonCode.MALFORMED,
            () -> PngSamples.flipped(honestTar(), 150))
        .add(
            AttackClass.CHUNK_BOMB,
            "member-of-eight-gigabytes",
            ReasonCode.TRUNCATED,
            () ->
                Bytes.concat(
                    header("a.txt", '0', "77777777777"), new byte[BLOCK], new byte[2 * BLOCK]))
        .add(
            AttackClass.NESTING,
            "eight-deep",
            ReasonCode.NESTING_LIMIT,
            () -> {
              byte[] bytes = honestTar();
              for (int i = 1; i < 8; i++) {
                bytes = Bytes.concat(entry("a.tar", '0', bytes), new byte[2 * BLOCK]);
              }
              return bytes;
            })
        .add(
            AttackClass.EXPANSION,
            "two-thousand-members",
            ReasonCode.EXPANSION_LIMIT,
            () -> {
              Bytes all = new Bytes();
              for (int i = 0; i < 2000; i++) {
                all.put(entry(i + ".txt", '0', LINE));
              }
              return all.zeros(2 * BLOCK).toArray();
            })
        .all();
  }

  private static byte[] entry(String name, char kind, byte[] content) {
    String size = String.format(Locale.ROOT, "%011o", content.length);
    int padding = (BLOCK - content.length % BLOCK) % BLOCK;
    return Bytes.concat(header(name, kind, size), content, new byte[padding]);
  }

  /** A header of POSIX.1-1988 without owners. */
  private static byte[] header(String name, char kind, String size) {
    Bytes out = new Bytes().text(name).zeros(100 - name.length());
    out.text("0000644\0" + "0000000\0" + "0000000\0").text(size).u8(0).text("00000000000\0");
    out.text("        ").u8(kind).zeros(100).text("ustar\0" + "00").zeros(247);
    byte[] header = out.zeros(BLOCK - out.size()).toArray();
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    String digits = String.format(Locale.ROOT, "%06o\0 ", sum);
    return Bytes.patched(header, 148, Bytes.ascii(digits));
  }
}
