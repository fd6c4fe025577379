package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.ARCHIVE_METADATA;
import static dev.sallyport.domain.sanitization.Removal.Kind.EMAIL;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;

/** ZIP archives. */
final class ZipSamples {
  private static final byte[] LINE = Bytes.utf8("10:00:00 INFO started\n");
  private static final int MEBIBYTE = 1 << 20;

  private ZipSamples() {}

  static byte[] honest() {
    return Zip.of("logs/a.txt", LINE).add("screen.png", PngSamples.honest()).bytes();
  }

  static List<AttackSample> all() {
    Samples samples =
        new Samples("ZIP", "zip")
            .add(AttackClass.HONEST, "log-and-screen", new Expectation.Clean(), ZipSamples::honest)
            .add(
                AttackClass.HONEST,
                "dump-and-log",
                new Expectation.Validated(),
                () -> Zip.of("a.txt", LINE).add("crash.dmp", DumpSamples.honest()).bytes())
            .usual(ZipSamples::honest)
            .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), ZipSamples::honest)
            .add(
                AttackClass.SECRETS,
                "log-with-an-address",
                without(EMAIL),
                () -> Zip.of("a.txt", Bytes.utf8("someone@example.com\n")).bytes())
            .add(
                AttackClass.METADATA,
                "comment",
                without(ARCHIVE_METADATA),
                () -> Zip.of("a.txt", LINE).comment("made by somebody").bytes())
            .add(
                AttackClass.ENCRYPTED,
                "member",
                ReasonCode.ENCRYPTED,
                () -> Zip.of("a.txt", LINE).add("b.txt", LINE, e -> e.flags(1)).bytes())
            .add(
                AttackClass.POLYGLOT,
                "behind-a-program",
                ReasonCode.UNSUPPORTED_TYPE,
                () -> Zip.of("a.txt", LINE).before(Bytes.hex("4d5a9000030000000400")).bytes());
    bombs(samples);
    names(samples);
    lies(samples);
    return samples.all();
  }

  private static void bombs(Samples samples) {
    samples
        .add(
            AttackClass.EXPANSION,
            "zeros",
            ReasonCode.EXPANSION_LIMIT,
            () -> Zip.of("a.txt", new byte[64 * MEBIBYTE]).bytes())
        .add(
            AttackClass.EXPANSION,
            "ten-thousand-members",
            ReasonCode.EXPANSION_LIMIT,
            ZipSamples::crowd)
        .add(
            AttackClass.EXPANSION,
            "overlapping-members",
            ReasonCode.MALFORMED,
            () -> Zip.overlapping(500, Bytes.utf8("line of a log\n".repeat(10_000))))
        .add(
            AttackClass.EXPANSION,
            "more-than-declared",
            ReasonCode.MALFORMED,
            () -> Zip.of("x", LINE).add("a.txt", LINE, e -> e.plain(1)).bytes())
        .add(AttackClass.NESTING, "eight-deep", ReasonCode.NESTING_LIMIT, () -> nested(8, LINE))
        .add(
            AttackClass.NESTING,
            "bomb-in-archives",
            ReasonCode.EXPANSION_LIMIT,
            () -> nested(2, new byte[64 * MEBIBYTE]))
        .add(
            AttackClass.NESTING,
            "archive-in-an-archive",
            new Expectation.Clean(),
            () -> Zip.of("a.zip", honest()).bytes());
  }

  private static void names(Samples samples) {
    String[][] names = {
      {"climbing-out", "../../etc/passwd"},
      {"climbing-out-inside", "a/../../b.txt"},
      {"absolute", "/etc/passwd"},
      {"on-a-drive", "C:\\windows\\x.txt"},
      {"with-backslashes", "..\\..\\x.txt"},
      {"with-a-zero", "a.txt\0.png"}
    };
    for (String[] name : names) {
      samples.add(
          AttackClass.UNSAFE_ENTRY,
          name[0],
          ReasonCode.UNSAFE_ENTRY,
          () -> Zip.of(name[1], LINE).bytes());
    }
    samples
        .add(
            AttackClass.UNSAFE_ENTRY,
            "link",
            ReasonCode.UNSAFE_ENTRY,
            () -> Zip.of("a.txt", LINE).add("b", LINE, e -> e.mode(0120777)).bytes())
        .add(
            AttackClass.UNSAFE_ENTRY,
            "device",
            ReasonCode.UNSAFE_ENTRY,
            () -> Zip.of("a.txt", LINE).add("b", LINE, e -> e.mode(0060666)).bytes())
        .add(
            AttackClass.UNSAFE_ENTRY,
            "one-name-twice",
            ReasonCode.UNSAFE_ENTRY,
            () -> Zip.of("a.txt", LINE).add("A.TXT", LINE).bytes())
        .add(
            AttackClass.UNSUPPORTED,
            "program-inside",
            ReasonCode.UNSUPPORTED_TYPE,
            () -> Zip.of("a.txt", LINE).add("b", Bytes.hex("7f454c4602010100")).bytes())
        .add(
            AttackClass.ACTIVE,
            "picture-with-a-script-inside",
            ReasonCode.ACTIVE_CONTENT,
            () -> Zip.of("a.svg", Bytes.utf8("<svg onload='alert(1)'/>")).bytes());
  }

  private static void lies(Samples samples) {
    samples
        .add(
            AttackClass.BROKEN,
            "wrong-checksum",
            ReasonCode.MALFORMED,
            () -> Zip.of("a.txt", LINE).add("b.txt", LINE, e -> e.crc(1)).bytes())
        .add(
            AttackClass.POLYGLOT,
            "two-names-for-one-member",
            ReasonCode.MALFORMED,
            () -> Zip.of("a.txt", LINE).add("b", LINE, e -> e.calledElsewhere("c")).bytes())
        .add(
            AttackClass.UNSUPPORTED,
            "packed-by-an-unknown-method",
            ReasonCode.UNSUPPORTED_TYPE,
            () -> Zip.of("a.txt", LINE).add("b.txt", LINE, e -> e.method(14)).bytes())
        .add(
            AttackClass.CHUNK_BOMB,
            "directory-of-billions",
            ReasonCode.MALFORMED,
            () -> {
              byte[] whole = honest();
              return Bytes.patched(whole, whole.length - 10, Bytes.hex("f0ffffff"));
            });
  }

  static byte[] nested(int depth, byte[] innermost) {
    byte[] bytes = Zip.of("a.txt", innermost).bytes();
    for (int i = 1; i < depth; i++) {
      bytes = Zip.of("a.zip", bytes).bytes();
    }
    return bytes;
  }

  private static byte[] crowd() {
    Zip zip = new Zip();
    for (int i = 0; i < 10_000; i++) {
      zip.add(i + ".txt", LINE);
    }
    return zip.bytes();
  }
}
