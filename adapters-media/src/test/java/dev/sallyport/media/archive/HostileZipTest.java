package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.sanitization.ScriptedMembers;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileZipTest {
  private static final byte[] STUB =
      "MZ this program cannot be run".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.txt",
        "a/../../b.txt",
        "/etc/passwd",
        "C:\\boot.ini",
        "c:x",
        "a\\b.txt",
        "a\0.txt",
        "a/\u202e..\u202c/b",
        "a/\uff0e\uff0e/b",
        "a\uff0f..\uff0fb",
        ".",
        "./"
      })
  void nameThatLeavesItsFolderIsUnsafe(String name) throws IOException {
    boolean folder = name.equals("./");
    ZipBytes.Member member = ZipBytes.deflated(name, folder ? "" : "x").flags(1 << 11);
    ArchiveRun run = ArchiveRun.zip(ZipBytes.of(member));
    if (folder) {
      assertThat(run.removed()).isEmpty();
    } else {
      assertThat(run.reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xa1ff, 0x21ff, 0x61ff, 0x11ff, 0xc1ff})
  void linksAndDevicesAreUnsafe(int mode) throws IOException {
    assertThat(reason(member -> member.unix(mode))).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "A.TXT", "./a.txt", "a.txt//"})
  void nameThatSomeSystemTakesForAnotherIsUnsafe(String other) throws IOException {
    byte[] zip = ZipBytes.of(ZipBytes.stored("a.txt", "x"), ZipBytes.stored(other, "y"));
    assertThat(ArchiveRun.zip(zip).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @Test
  void namesThatAreComposedDifferentlyAreTheSame() throws IOException {
    byte[] zip = ZipBytes.of(ZipBytes.stored("\u00e9", "x"), ZipBytes.stored("e\u0301", "y"));
    assertThat(ArchiveRun.zip(zip).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @Test
  void folderWithDataIsUnsafe() throws IOException {
    assertThat(ArchiveRun.zip(ZipBytes.of(ZipBytes.stored("a/", "x"))).reason())
        .isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  static Stream<Consumer<ZipBytes.Member>> encryptions() {
    return Stream.of(
        member -> member.flags(1),
        member -> member.flags(1 << 6 | 1),
        member -> member.flags(1 << 13),
        member -> {
          member.method = 99;
          member.localMethod = 99;
        },
        member -> member.extra = ZipBytes.extra(0x9901, new byte[7]),
        member -> member.localExtra = ZipBytes.extra(0x9901, new byte[7]),
        member -> member.extra = ZipBytes.extra(0x0017, new byte[8]));
  }

  @ParameterizedTest
  @MethodSource("encryptions")
  void encryptedMembersAreRefused(Consumer<ZipBytes.Member> change) throws IOException {
    assertThat(reason(change)).isEqualTo(ReasonCode.ENCRYPTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 9, 12, 14, 93, 95})
  void otherMethodsAreUnsupported(int method) throws IOException {
    assertThat(
            reason(member -> {
              member.method = method;
              member.localMethod = method;
            }))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  static Stream<Consumer<ZipBytes.Member>> lies() {
    return Stream.of(
        member -> member.localName = "b.txt".getBytes(StandardCharsets.UTF_8),
        member -> member.localMethod = 0,
        member -> member.method = 0,
        member -> member.localFlags = 1 << 11,
        member -> member.localSize++,
        member -> member.localPacked--,
        member -> member.localCrc++,
        member -> member.size(member.size + 1),
        member -> member.size(member.size - 1),
        member -> member.size(0),
        member -> member.size(0x7fffffff),
        member -> {
          member.crc++;
          member.localCrc++;
        },
        member -> {
          member.packed--;
          member.localPacked--;
        },
        member -> {
          member.packed++;
          member.localPacked++;
        },
        member -> member.packed = 0x7fffffff,
        member -> member.offset = 1,
        member -> member.disk = 1,
        member -> member.flags(8),
        member -> {
          member.descriptor(4, 4);
          member.descriptor[5]++;
        },
        member -> member.size = 0xffffffffL,
        member -> member.extra = new byte[] {1, 0, 9, 0},
        member -> member.extra = new byte[] {1},
        member -> member.localExtra = new byte[] {9, 9, 9, 9, 9},
        member -> member.data[0] = 7);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void headersThatLieAreRefused(Consumer<ZipBytes.Member> lie) throws IOException {
    assertThat(reason(lie))
        .isIn(ReasonCode.MALFORMED, ReasonCode.TRUNCATED, ReasonCode.AMBIGUOUS_TYPE);
  }

  @Test
  void dataBehindTheEndOfItsStreamIsRefused() throws IOException {
    assertThat(
            reason(member -> {
              member.data = Arrays.copyOf(member.data, member.data.length + 9);
              member.packed += 9;
              member.localPacked += 9;
            }))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void bytesAfterTheArchiveAreTrailing() throws IOException {
    byte[] zip = ZipBytes.of(ZipBytes.stored("a.txt", "x"));
    assertThat(ArchiveRun.zip(Arrays.copyOf(zip, zip.length + 1)).reason())
        .isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void programBeforeTheArchiveIsAmbiguousWhetherOffsetsCountItOrNot() throws IOException {
    ZipBytes counted = new ZipBytes().raw(STUB).add(ZipBytes.stored("a.txt", "x"));
    assertThat(ArchiveRun.zip(counted.finish()).reason()).isEqualTo(ReasonCode.AMBIGUOUS_TYPE);
    ZipBytes.Member shifted = ZipBytes.stored("a.txt", "x");
    shifted.offset = 0;
    byte[] uncounted = new ZipBytes().raw(STUB).add(shifted).finish(STUB.length, 0, 1, false);
    assertThat(ArchiveRun.zip(uncounted).reason()).isEqualTo(ReasonCode.AMBIGUOUS_TYPE);
    assertThat(ArchiveRun.zip(new ZipBytes().raw(STUB).finish()).reason())
        .isEqualTo(ReasonCode.AMBIGUOUS_TYPE);
  }

  @Test
  void bytesBetweenMembersAreRefused() throws IOException {
    ZipBytes zip =
        new ZipBytes().add(ZipBytes.stored("a.txt", "x")).raw(STUB).add(ZipBytes.stored("b", "y"));
    assertThat(ArchiveRun.zip(zip.finish()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void memberThatTheDirectoryHidesIsRefused() throws IOException {
    ZipBytes.Member hidden = ZipBytes.stored("evil.exe", "y");
    hidden.hidden = true;
    ZipBytes last = new ZipBytes().add(ZipBytes.stored("a.txt", "x")).add(hidden);
    assertThat(ArchiveRun.zip(last.finish()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void countThatIsNotThatOfTheDirectoryIsRefused() throws IOException {
    for (int count : new int[] {0, 2, 0xffff}) {
      ZipBytes zip = new ZipBytes().add(ZipBytes.stored("a.txt", "x"));
      assertThat(ArchiveRun.zip(zip.finish(0, 0, count, false)).reason())
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void archiveOfManyDisksIsRefused() throws IOException {
    ZipBytes zip = new ZipBytes().add(ZipBytes.stored("a.txt", "x"));
    assertThat(ArchiveRun.zip(zip.finish(0, 1, 1, false)).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void bombWithHonestSizesEndsAtTheLimit() throws IOException {
    byte[] zip = ZipBytes.of(ZipBytes.deflated("a.txt", new byte[20 << 20]));
    ArchiveRun run = ArchiveRun.zip(zip);
    assertThat(run.reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(run.members().written()).isLessThanOrEqualTo(16 << 20);
  }

  @Test
  void bombWithSmallSizesEndsAtTheSizeItDeclares() throws IOException {
    byte[] zip = ZipBytes.of(ZipBytes.deflated("a.txt", new byte[20 << 20]).size(10));
    ArchiveRun run = ArchiveRun.zip(zip);
    assertThat(run.reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(run.members().written()).isLessThan(1 << 17);
  }

  @Test
  void bombOfManyMembersEndsAtTheLimit() throws IOException {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 1_001; i++) {
      zip.add(ZipBytes.stored("a" + i, "x"));
    }
    assertThat(ArchiveRun.zip(zip.finish()).reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void membersThatShareTheirDataAreRefused() throws IOException {
    ZipBytes.Member kernel = ZipBytes.deflated("a.txt", new byte[1 << 20]);
    ZipBytes.Member copy = ZipBytes.deflated("b.txt", new byte[1 << 20]);
    copy.offset = 0;
    ZipBytes zip = new ZipBytes().add(kernel).again(copy);
    assertThat(ArchiveRun.zip(zip.finish()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void membersThatQuoteOneAnotherAreRefused() throws IOException {
    // As in https://www.bamsoftware.com/hacks/zipbomb/: each member is a stored block that holds
    // the next member's header, and then that member's data.
    byte[] plain = new byte[1 << 16];
    byte[] inner = ZipBytes.of(ZipBytes.deflated("b.txt", plain));
    byte[] header = Arrays.copyOf(inner, 35);
    byte[] block = new LittleEndian().number(0, 1).u16(35).u16(~35).array();
    byte[] kernel = ZipBytes.deflate(plain);
    byte[] quoting = new byte[5 + 35 + kernel.length];
    System.arraycopy(block, 0, quoting, 0, 5);
    System.arraycopy(header, 0, quoting, 5, 35);
    System.arraycopy(kernel, 0, quoting, 40, kernel.length);
    byte[] unpacked = Arrays.copyOf(header, 35 + plain.length);
    ZipBytes.Member outer = ZipBytes.deflated("a.txt", unpacked);
    outer.data = quoting;
    outer.packed = quoting.length;
    outer.localPacked = quoting.length;
    ZipBytes.Member quoted = ZipBytes.deflated("b.txt", plain);
    quoted.offset = 30 + 5 + 5;
    assertThat(ArchiveRun.zip(new ZipBytes().add(outer).finish()).removed()).isEmpty();
    assertThat(ArchiveRun.zip(new ZipBytes().add(outer).again(quoted).finish()).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void documentsAndProgramsAreActive() throws IOException {
    assertThat(ArchiveRun.zip(ZipBytes.of(ZipBytes.stored("[Content_Types].xml", "<x/>"))).reason())
        .isEqualTo(ReasonCode.ACTIVE_CONTENT);
    String openDocument = "application/vnd.oasis.opendocument.text";
    assertThat(ArchiveRun.zip(ZipBytes.of(ZipBytes.stored("mimetype", openDocument))).reason())
        .isEqualTo(ReasonCode.ACTIVE_CONTENT);
    byte[] jar =
        ZipBytes.of(
            ZipBytes.stored("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"),
            ZipBytes.stored("a/B.class", "\u00ca\u00fe"));
    assertThat(ArchiveRun.zip(jar).reason()).isEqualTo(ReasonCode.ACTIVE_CONTENT);
  }

  @Test
  void longNamesAreCut() throws IOException {
    String name = "x".repeat(60_000) + ".log";
    ArchiveRun run = ArchiveRun.zip(ZipBytes.of(ZipBytes.stored(name, "x")));
    assertThat(run.bytes().length).isLessThan(600);
    assertThat(ArchiveRun.zip(run.bytes()).removed()).isEmpty();
  }

  @Test
  void recordsOfAWideDirectoryMustAgree() throws IOException {
    for (int at = 0; at < 76; at++) {
      byte[] zip = new ZipBytes().add(ZipBytes.stored("a.txt", "x")).finish(0, 0, 1, true);
      int offset = zip.length - 22 - 76 + at;
      zip[offset] ^= 0x40;
      boolean version = at >= 12 && at < 16;
      boolean signature = at >= 56 && at < 60;
      ArchiveRun run = ArchiveRun.of(new ZipRebuilder(), zip, ScriptedMembers.allText());
      if (version) {
        assertThat(run.removed()).as("byte %d", at).isEmpty();
      } else {
        assertThat(run.reason())
            .as("byte %d", at)
            .isIn(
                signature
                    ? new Object[] {ReasonCode.MALFORMED}
                    : new Object[] {ReasonCode.MALFORMED, ReasonCode.AMBIGUOUS_TYPE});
      }
    }
  }

  private static ReasonCode reason(Consumer<ZipBytes.Member> change) throws IOException {
    ZipBytes.Member member = ZipBytes.deflated("a.txt", "some text ".repeat(10));
    change.accept(member);
    return ArchiveRun.zip(ZipBytes.of(member)).reason();
  }
}
