package dev.sallyport.corpus;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Memory dumps, and documents and programs that nobody can look into. */
final class DumpSamples {
  private DumpSamples() {}

  static List<AttackSample> all() {
    return Stream.of(dumps(), documents(), programs()).flatMap(List::stream).toList();
  }

  /** A header, a directory of one stream, and that stream: what kind of machine it was. */
  static byte[] honest() {
    return dump(1, 32, 7, 56, 44);
  }

  private static List<AttackSample> dumps() {
    return new Samples("MINIDUMP", "dmp")
        .add(AttackClass.HONEST, "system", new Expectation.Validated(), DumpSamples::honest)
        .usual(DumpSamples::honest)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), DumpSamples::honest)
        .add(
            AttackClass.CHUNK_BOMB,
            "billions-of-streams",
            ReasonCode.MALFORMED,
            () -> dump(0xfffffff0L, 32, 7, 56, 44))
        .add(
            AttackClass.CHUNK_BOMB,
            "stream-of-four-gigabytes",
            ReasonCode.TRUNCATED,
            () -> dump(1, 32, 7, 0xfffffff0L, 44))
        .add(
            AttackClass.BROKEN,
            "stream-outside",
            ReasonCode.TRUNCATED,
            () -> dump(1, 32, 7, 56, 0xfffffff0L))
        .all();
  }

  private static byte[] dump(long streams, long directory, int kind, long size, long place) {
    return new Bytes()
        .text("MDMP")
        .le32(0xa793)
        .le32(streams)
        .le32(directory)
        .zeros(16)
        .le32(kind)
        .le32(size)
        .le32(place)
        .le16(9)
        .zeros(54)
        .toArray();
  }

  private static List<AttackSample> documents() {
    String pdf = "%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\n";
    return Stream.concat(
            new Samples("PDF", "pdf")
                    .add(
                        AttackClass.ACTIVE,
                        "with-a-script",
                        ReasonCode.ACTIVE_CONTENT,
                        () -> Bytes.ascii(pdf + "%%EOF\n"))
                    .add(
                        AttackClass.ENCRYPTED,
                        "encrypted",
                        ReasonCode.ENCRYPTED,
                        () -> Bytes.ascii(pdf + "trailer << /Encrypt 5 0 R >>\n%%EOF\n"))
                    .all()
                    .stream(),
            new Samples("OFFICE", "doc")
                    .add(
                        AttackClass.ACTIVE,
                        "old-with-macros",
                        ReasonCode.ACTIVE_CONTENT,
                        () -> Bytes.concat(Bytes.hex("d0cf11e0a1b11ae1"), new byte[1528]))
                    .add(
                        AttackClass.ACTIVE,
                        "new-with-macros",
                        ReasonCode.ACTIVE_CONTENT,
                        () ->
                            Zip.of("[Content_Types].xml", Bytes.utf8("<Types/>"))
                                .add("word/vbaProject.bin", new byte[9])
                                .bytes())
                    .add(
                        AttackClass.ACTIVE,
                        "new-in-another-order",
                        ReasonCode.ACTIVE_CONTENT,
                        () ->
                            Zip.of("a.txt", Bytes.utf8("a line\n"))
                                .add("[Content_Types].xml", Bytes.utf8("<Types/>"))
                                .bytes())
                    .add(
                        AttackClass.ENCRYPTED,
                        "encrypted",
                        ReasonCode.ENCRYPTED,
                        () ->
                            Bytes.concat(
                                Bytes.hex("d0cf11e0a1b11ae1"),
                                new byte[1528],
                                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)))
                    .all()
                    .stream())
        .toList();
  }

  private static List<AttackSample> programs() {
    Samples samples = new Samples("OTHER", "bin");
    String[][] heads = {
      {"windows-program", "4d5a90000300000004000000ffff0000"},
      {"linux-program", "7f454c46020101000000000000000000"},
      {"java-class", "cafebabe00000045"},
      {"web-assembly", "0061736d01000000"},
      {"seven-zip", "377abcaf271c0004"},
      {"rar", "526172211a0700"},
      {"xz", "fd377a585a000004"},
      {"bzip2", "425a6839314159265359"},
      {"zstandard", "28b52ffd0400010000"},
      {"tiff", "49492a0008000000"},
      {"database", "53514c69746520666f726d6174203300"},
      {"postscript", "252150532d41646f62652d332e300a"},
      {"rich-text", "7b5c727466315c616e7369207d"}
    };
    for (String[] head : heads) {
      samples.add(
          AttackClass.UNSUPPORTED,
          head[0],
          ReasonCode.UNSUPPORTED_TYPE,
          () -> Bytes.concat(Bytes.hex(head[1]), new byte[64]));
    }
    return samples.all();
  }
}
