package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.contract.sanitization.ArchiveRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarRebuilderTest implements ArchiveRebuilderContract {
  private static final String LONG = "folder/" + "long ".repeat(22) + "name.txt";

  @Override
  public ArchiveRebuilder archives() {
    return new TarRebuilder();
  }

  @Override
  public byte[] dirtyArchive() {
    return new TarBytes()
        .entry("logs/", "", '5', block -> TarBytes.put(block, 265, "alice"))
        .entry("logs/a.log", "the first text", '0', block -> TarBytes.put(block, 108, "0001750"))
        .entry("PaxHeader", TarBytes.record("path", LONG + "\u202e"), 'x', _ -> {})
        .file("short", "the second text ".repeat(50))
        .finish();
  }

  @Override
  public List<String> memberTexts() {
    return List.of("the first text", "the second text ".repeat(50));
  }

  @Override
  public FileType archiveType() {
    return FileType.TAR;
  }

  @Test
  void outputHoldsNoOwnerAndNoTime() throws IOException {
    ArchiveRun run = ArchiveRun.tar(dirtyArchive());
    assertThat(run.removed())
        .isEqualTo(Map.of(Removal.Kind.ARCHIVE_METADATA, 2L, Removal.Kind.ENTRY_NAME, 2L));
    String text = new String(run.bytes(), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("alice", "0001750").contains(LONG, "logs/a.log.txt");
    assertThat(run.bytes().length % 512).isZero();
  }

  @Test
  void archivesOfGnuAreUnderstood() throws IOException {
    byte[] tar =
        new TarBytes()
            .magic(TarBytes.GNU)
            .entry("././@LongLink", LONG + "\0", 'L', _ -> {})
            .entry("cut", "x", '0', block -> block[124] = (byte) 0x80)
            .finish();
    tar[2 * 512 + 512 + 124 + 11] = 1;
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] right =
        new TarBytes()
            .magic(TarBytes.GNU)
            .entry("././@LongLink", LONG + "\0", 'L', _ -> {})
            .entry(
                "cut",
                "x",
                '0',
                block -> {
                  Arrays.fill(block, 124, 136, (byte) 0);
                  block[124] = (byte) 0x80;
                  block[135] = 1;
                })
            .finish();
    ArchiveRun run = ArchiveRun.tar(right);
    assertThat(run.texts()).containsExactly("x");
    assertThat(run.removed()).isEmpty();
  }

  @Test
  void ordinaryThingsPassUnchanged() throws IOException {
    byte[] tar =
        new TarBytes()
            .entry("./", "", '5', _ -> {})
            .entry("pax_global_header", TarBytes.record("mtime", "1.5"), 'g', _ -> {})
            .entry("./a.txt", "one", '\0', _ -> {})
            .entry("b.txt", "two", '0', block -> TarBytes.put(block, 345, "prefix"))
            .entry("x", TarBytes.record("size", "3"), 'x', _ -> {})
            .file("c.txt", "six")
            .raw(new byte[8192])
            .finish();
    ArchiveRun run = ArchiveRun.tar(tar);
    assertThat(run.removed()).isEmpty();
    assertThat(run.texts()).containsExactly("one", "two", "six");
    assertThat(new String(run.bytes(), StandardCharsets.UTF_8)).contains("prefix/b.txt");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6', '7', 'S', 'V', 'M', 'D', 'N', 'K', 'X', '9'})
  void whatIsNoFileIsUnsafe(char kind) throws IOException {
    byte[] tar = new TarBytes().entry("a.txt", "", kind, _ -> {}).finish();
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a/../../b", "C:a", "a\\b", ""})
  void nameThatLeavesItsFolderIsUnsafe(String name) throws IOException {
    assertThat(ArchiveRun.tar(new TarBytes().file(name, "x").finish()).reason())
        .isEqualTo(ReasonCode.UNSAFE_ENTRY);
    byte[] pax =
        new TarBytes()
            .entry("x", TarBytes.record("path", name), 'x', _ -> {})
            .file("harmless.txt", "x")
            .finish();
    assertThat(ArchiveRun.tar(pax).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @Test
  void sameNameTwiceIsUnsafe() throws IOException {
    assertThat(ArchiveRun.tar(new TarBytes().file("a", "x").file("A", "y").finish()).reason())
        .isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @Test
  void sparseFileInAnExtendedHeaderIsUnsafe() throws IOException {
    byte[] tar =
        new TarBytes()
            .entry("x", TarBytes.record("GNU.sparse.major", "1"), 'x', _ -> {})
            .file("a.txt", "x")
            .finish();
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  static Stream<byte[]> lies() {
    Consumer<byte[]> same = _ -> {};
    return Stream.of(
        new TarBytes().entry("a", "x", '0', b -> TarBytes.put(b, 148, "000001")).finish(),
        new TarBytes().entry("a", "x", '0', b -> TarBytes.put(b, 124, "0000000000x")).finish(),
        new TarBytes().entry("a", "x", '0', b -> b[124] = (byte) 0xff).finish(),
        new TarBytes().entry("a", "x", '0', b -> TarBytes.put(b, 257, "other!!")).finish(),
        new TarBytes().entry("a", "x", '5', same).finish(),
        new TarBytes().entry("a/", "x", '0', same).finish(),
        new TarBytes().file("a", "x").entry("x", "17 path", 'x', same).finish(),
        new TarBytes().entry("x", "9 path=a\n", 'x', same).finish(),
        new TarBytes().entry("x", "11 path=a\n", 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", "99999999999999999999 a=b\n", 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", "-9 path=a\n", 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", " path=a\n", 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", TarBytes.record("size", "600"), 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", TarBytes.record("size", "-1"), 'x', same).file("b", "").finish(),
        new TarBytes().entry("x", TarBytes.record("path", "a"), 'g', same).file("b", "").finish(),
        new TarBytes().entry("x", "long", 'L', same).entry("y", "z", 'L', same).finish(),
        new TarBytes().entry("x", "", 'L', same).file("b", "").finish(),
        new TarBytes().entry("x", "y".repeat(70_000), 'L', same).file("b", "").finish());
  }

  @ParameterizedTest
  @MethodSource("lies")
  void headersThatLieAreMalformed(byte[] tar) throws IOException {
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void sizeBeyondTheEndIsTruncated() throws IOException {
    for (String size : List.of("77777777777", "00000010000")) {
      byte[] tar = new TarBytes().entry("a", "x", '0', b -> TarBytes.put(b, 124, size)).finish();
      assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.TRUNCATED);
    }
    byte[] huge =
        new TarBytes()
            .entry("x", TarBytes.record("size", "999999999999999999"), 'x', _ -> {})
            .file("a", "x")
            .finish();
    assertThat(ArchiveRun.tar(huge).reason()).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void archiveBehindTheEndIsTrailing() throws IOException {
    byte[] hidden = new TarBytes().file("evil.exe", "x").finish();
    byte[] tar = new TarBytes().file("a.txt", "x").raw(new byte[1024]).raw(hidden).finish();
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    byte[] one = new TarBytes().file("a.txt", "x").raw(new byte[512]).raw(hidden).finish();
    assertThat(ArchiveRun.tar(one).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] bytes = new TarBytes().file("a.txt", "x").finish();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 3);
    longer[longer.length - 1] = 'x';
    assertThat(ArchiveRun.tar(longer).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void archiveWithoutAnEndIsTruncated() throws IOException {
    assertThat(ArchiveRun.tar(new TarBytes().file("a.txt", "x").unfinished()).reason())
        .isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void bytesThatFillABlockMustBeZero() throws IOException {
    byte[] tar = new TarBytes().file("a.txt", "x").finish();
    tar[1000] = 'h';
    assertThat(ArchiveRun.tar(tar).reason()).isEqualTo(ReasonCode.MALFORMED);
  }
}
