package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.contract.sanitization.ArchiveRebuilderContract;
import dev.sallyport.contract.sanitization.ScriptedMembers;
import dev.sallyport.contract.sanitization.ScriptedMembers.Answer;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipRebuilderTest implements ArchiveRebuilderContract {
  @Override
  public ArchiveRebuilder archives() {
    return new ZipRebuilder();
  }

  @Override
  public byte[] dirtyArchive() {
    ZipBytes.Member second = ZipBytes.stored("logs/b\u202e.txt", "the second text").flags(1 << 11);
    second.comment = "taken at home".getBytes(StandardCharsets.UTF_8);
    second.extra = ZipBytes.extra(0x7875, new byte[11]);
    return new ZipBytes()
        .comment("by somebody")
        .add(ZipBytes.deflated("a.log", "the first text ".repeat(20)))
        .add(second)
        .finish();
  }

  @Override
  public List<String> memberTexts() {
    return List.of("the first text ".repeat(20), "the second text");
  }

  @Override
  public FileType archiveType() {
    return FileType.ZIP;
  }

  @Test
  void ordinaryArchiveOfTheJdkPasses() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("dir/"));
      zip.putNextEntry(new ZipEntry("dir/a.txt"));
      zip.write("text".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("empty.txt"));
    }
    ArchiveRun run = ArchiveRun.zip(bytes.toByteArray());
    assertThat(run.removed()).isEmpty();
    assertThat(run.texts()).containsExactly("text", "");
    assertThat(names(run.bytes())).containsExactly("dir/a.txt", "empty.txt");
  }

  @Test
  void outputReadsAsTheMembersThatPassed() throws IOException {
    ArchiveRun run = ArchiveRun.zip(dirtyArchive());
    List<String> texts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(run.bytes()))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(e.getExtra()).isNull();
      }
    }
    assertThat(texts).isEqualTo(memberTexts());
    assertThat(names(run.bytes())).containsExactly("a.log.txt", "logs/b.txt");
    assertThat(run.removed())
        .isEqualTo(Map.of(Removal.Kind.ARCHIVE_METADATA, 2L, Removal.Kind.ENTRY_NAME, 2L));
    assertThat(new String(run.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("somebody");
  }

  @Test
  void archiveOfNothingPasses() throws IOException {
    assertThat(ArchiveRun.zip(ZipBytes.of()).removed()).isEmpty();
  }

  @Test
  void everyFormOfDescriptorIsUnderstood() throws IOException {
    for (int mark : new int[] {0, 4}) {
      for (int width : new int[] {4, 8}) {
        byte[] zip =
            ZipBytes.of(
                ZipBytes.deflated("a.txt", "one").descriptor(mark, width),
                ZipBytes.stored("b.txt", "two").descriptor(mark, width));
        assertThat(ArchiveRun.zip(zip).texts()).containsExactly("one", "two");
      }
    }
  }

  @Test
  void wideSizesAreUnderstood() throws IOException {
    ZipBytes.Member member = ZipBytes.stored("a.txt", "wide");
    byte[] both = new LittleEndian().u64(4).u64(4).array();
    member.extra = ZipBytes.extra(1, both);
    member.localExtra = member.extra;
    member.packed = 0xffffffffL;
    member.localPacked = 0xffffffffL;
    member.size(0xffffffffL);
    ArchiveRun run = ArchiveRun.zip(new ZipBytes().add(member).finish(0, 0, 1, true));
    assertThat(run.removed()).isEmpty();
    assertThat(run.texts()).containsExactly("wide");
  }

  @Test
  void extensionComesFromTheVerdict() throws IOException {
    byte[] zip =
        ZipBytes.of(
            ZipBytes.deflated("a.gif", "x"),
            ZipBytes.deflated("b.exe", "x"),
            ZipBytes.deflated("b", "x"),
            ZipBytes.deflated("holiday.2024-05-01", "x"));
    ScriptedMembers pictures =
        ScriptedMembers.judgedBy(
            bytes -> new Answer(FileType.PNG, bytes, new Verdict.Clean(), false));
    ArchiveRun run = ArchiveRun.of(archives(), zip, pictures);
    assertThat(names(run.bytes()))
        .containsExactly("a.png", "b.png", "b (2).png", "holiday.2024-05-01.png");
    assertThat(run.removed()).isEqualTo(Map.of(Removal.Kind.ENTRY_NAME, 4L));
  }

  @Test
  void oldNamesAreReadInTheirAlphabet() throws IOException {
    ZipBytes.Member member = ZipBytes.deflated("xxx.txt", "x");
    member.name = new byte[] {(byte) 0x84, (byte) 0x94, (byte) 0x81, '.', 't', 'x', 't'};
    member.localName = member.name;
    assertThat(names(ArchiveRun.zip(ZipBytes.of(member)).bytes())).containsExactly("äöü.txt");
  }

  @Test
  void whatADesktopLeavesBesideFilesIsLeftOut() throws IOException {
    ArchiveRun run =
        ArchiveRun.zip(
            ZipBytes.of(
                ZipBytes.deflated("a.txt", "x"),
                ZipBytes.deflated("__MACOSX/._a.txt", "finder"),
                ZipBytes.deflated(".DS_Store", "finder")));
    assertThat(names(run.bytes())).containsExactly("a.txt");
    assertThat(run.texts()).containsExactly("x");
    assertThat(run.removed()).isEqualTo(Map.of(Removal.Kind.ARCHIVE_METADATA, 2L));
  }

  private static List<String> names(byte[] archive) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        names.add(e.getName());
      }
    }
    return names;
  }
}
