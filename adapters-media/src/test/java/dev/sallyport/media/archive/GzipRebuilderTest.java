package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.contract.sanitization.ArchiveRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipRebuilderTest implements ArchiveRebuilderContract {
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int EXTRA = 4;
  private static final int CHECKSUM = 2;

  @Override
  public ArchiveRebuilder archives() {
    return new GzipRebuilder();
  }

  @Override
  public byte[] dirtyArchive() {
    return stream(NAME | COMMENT | EXTRA | CHECKSUM, "one text ".repeat(30));
  }

  @Override
  public List<String> memberTexts() {
    return List.of("one text ".repeat(30));
  }

  @Override
  public FileType archiveType() {
    return FileType.GZIP;
  }

  private static byte[] stream(int flags, String text) {
    LittleEndian header = new LittleEndian().u16(0x8b1f).number(8, 1).number(flags, 1);
    header.u32(0x66554433).number(2, 1).number(3, 1);
    if ((flags & EXTRA) != 0) {
      header.u16(6).raw(new byte[6]);
    }
    if ((flags & NAME) != 0) {
      header.raw("/home/alice/a.log\0".getBytes(StandardCharsets.ISO_8859_1));
    }
    if ((flags & COMMENT) != 0) {
      header.raw("said by alice\0".getBytes(StandardCharsets.ISO_8859_1));
    }
    if ((flags & CHECKSUM) != 0) {
      header.u16((int) crc(header.array()));
    }
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return header.raw(ZipBytes.deflate(plain)).u32(crc(plain)).u32(plain.length).array();
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  @Test
  void outputHoldsNothingButTheFile() throws IOException {
    ArchiveRun run = ArchiveRun.gzip(dirtyArchive());
    assertThat(run.removed()).isEqualTo(Map.of(Removal.Kind.ARCHIVE_METADATA, 1L));
    assertThat(new String(run.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("alice");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(run.bytes()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(memberTexts().getFirst());
    }
  }

  @Test
  void ordinaryFileOfTheJdkPasses() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("text".getBytes(StandardCharsets.UTF_8));
    }
    ArchiveRun run = ArchiveRun.gzip(bytes.toByteArray());
    assertThat(run.removed()).isEmpty();
    assertThat(run.texts()).containsExactly("text");
  }

  @Test
  void streamsInARowAreOneFile() throws IOException {
    byte[] row = joined(stream(0, "one "), stream(NAME, "two "), stream(0, ""), stream(0, "three"));
    ArchiveRun run = ArchiveRun.gzip(row);
    assertThat(run.texts()).containsExactly("one two three");
    assertThat(run.removed()).isEqualTo(Map.of(Removal.Kind.ARCHIVE_METADATA, 1L));
  }

  @Test
  void moreStreamsThanAnArchiveMayHaveMembersAreRefused() throws IOException {
    byte[] one = stream(0, "");
    byte[] many = new byte[1_001 * one.length];
    for (int i = 0; i < 1_001; i++) {
      System.arraycopy(one, 0, many, i * one.length, one.length);
    }
    assertThat(ArchiveRun.gzip(many).reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(ArchiveRun.gzip(Arrays.copyOf(many, 1_000 * one.length)).texts())
        .containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\0", "\0\0\0\0\0\0\0\0", "PK\u0003\u0004", "garbage"})
  void bytesBehindTheEndAreTrailing(String trailing) throws IOException {
    byte[] bytes = joined(stream(0, "text"), trailing.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ArchiveRun.gzip(bytes).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, -1, -4, -5, -8})
  void everyByteThatIsCheckedMustBeRight(int at) throws IOException {
    byte[] bytes = stream(0, "text");
    bytes[at < 0 ? bytes.length + at : at] ^= (byte) 0x80;
    assertThat(ArchiveRun.gzip(bytes).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void everyCutOfAPlainStreamIsTruncated() throws IOException {
    byte[] bytes = stream(0, "text");
    for (int length = 2; length < bytes.length; length++) {
      assertThat(ArchiveRun.gzip(Arrays.copyOf(bytes, length)).reason())
          .as("%d bytes", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void extraFieldBeyondTheEndIsTruncated() throws IOException {
    byte[] bytes = stream(EXTRA, "text");
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    assertThat(ArchiveRun.gzip(bytes).reason()).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void checksumOfTheHeaderMustBeRight() throws IOException {
    byte[] bytes = stream(CHECKSUM | NAME, "text");
    bytes[12] = 'x';
    assertThat(ArchiveRun.gzip(bytes).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void nameWithoutEndIsRefused() throws IOException {
    byte[] header = Arrays.copyOf(stream(NAME, ""), 10);
    assertThat(
            ArchiveRun.gzip(joined(header, "x".repeat(100).getBytes(StandardCharsets.UTF_8)))
                .reason())
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(
            ArchiveRun.gzip(joined(header, "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8)))
                .reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void bombEndsAtTheLimit() throws IOException {
    byte[] plain = new byte[20 << 20];
    byte[] bomb =
        joined(
            Arrays.copyOf(stream(0, ""), 10),
            ZipBytes.deflate(plain),
            new LittleEndian().u32(crc(plain)).u32(plain.length).array());
    ArchiveRun run = ArchiveRun.gzip(bomb);
    assertThat(run.reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(run.members().written()).isLessThanOrEqualTo(16 << 20);
  }

  @Test
  void fileIsReadToItsEndWhereOutputFillsAPieceExactly() throws IOException {
    for (int size : new int[] {65_535, 65_536, 65_537, 131_072}) {
      ArchiveRun run = ArchiveRun.gzip(stream(0, "x".repeat(size)));
      assertThat(run.members().written()).isEqualTo(size);
      assertThat(run.removed()).isEmpty();
    }
  }
}
