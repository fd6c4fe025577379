package dev.sallyport.media.dump;

import static dev.sallyport.media.rebuild.ByteBuilder.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.media.rebuild.ByteBuilder;
import dev.sallyport.media.rebuild.Checking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinidumpCheckerTest implements ContentRebuilderContract {
  private static final Rebuilt PASSED =
      new Rebuilt.Done(FileType.MINIDUMP, new Verdict.Validated(List.of()), true);

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new MinidumpChecker(), join(parts));
  }

  private static ReasonCode reason(DumpFile file) throws IOException {
    return check(file.bytes()).reason();
  }

  private static byte[] whole() {
    DumpFile file = new DumpFile(9);
    file.stream(7, DumpFile.systemInfo(file.string("Service Pack 1")));
    long stack = file.put(new byte[300]);
    long context = file.put(new byte[100]);
    file.stream(3, DumpFile.threads(300, stack, 100, context));
    long name = file.string("game.exe");
    file.stream(4, DumpFile.modules(name, 24, file.put(new byte[24])));
    file.stream(6, DumpFile.exception(100, context));
    file.stream(24, new ByteBuilder().le(4, 1).le(4, 7).le(8, file.string("main")).bytes());
    file.stream(5, DumpFile.memory(300, stack));
    file.stream(0x47670009, "maps".getBytes(StandardCharsets.US_ASCII));
    file.stream(0, 0, 0);
    long list = file.here();
    file.stream(9, DumpFile.memory64(list + 48, 1000, 500));
    file.put(new byte[1500]);
    return file.bytes();
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new MinidumpChecker();
  }

  @Override
  public byte[] dirtySample() {
    return whole();
  }

  @Override
  public FileType type() {
    return FileType.MINIDUMP;
  }

  /** A dump is the one type of which nothing is ever removed. */
  @Override
  @Test
  public void rebuildListsEachKindOfRemovalOnce() throws IOException {
    assertThat(check(dirtySample()).result()).isEqualTo(PASSED);
  }

  @Test
  void dumpIsPassedOnAsItCame() throws IOException {
    assertThat(check(whole()).result()).isEqualTo(PASSED);
    assertThat(check(whole()).bytes()).isEqualTo(whole());
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = whole();
    for (int length = 1; length < file.length; length++) {
      assertThat(check(Arrays.copyOf(file, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void bytesThatNothingRefersToAtTheEndAreTrailingData() throws IOException {
    assertThat(check(whole(), new byte[16]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(whole(), new byte[] {'P', 'K'}).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(whole(), whole()).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(whole(), new byte[15]).result()).isEqualTo(PASSED);
  }

  @Test
  void headersThatCannotBeAreMalformed() throws IOException {
    byte[] info = DumpFile.systemInfo(0);
    assertThat(reason(new DumpFile(1).stream(7, info).signature(0x504d444e)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(new DumpFile(1).stream(7, info).version(0xa794)))
        .isEqualTo(ReasonCode.MALFORMED);
    for (long count : new long[] {0, 257, 0xffff_ffffL}) {
      assertThat(reason(new DumpFile(1).stream(7, info).directory(count, 32)))
          .isEqualTo(ReasonCode.MALFORMED);
    }
    assertThat(reason(new DumpFile(1).stream(7, info).directory(1, 0)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(new DumpFile(1).stream(7, info).directory(1, 0xffff_fff0L)))
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(new DumpFile(1).stream(7, info).directory(100, 32)))
        .isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void streamsThatCoverHeaderOrDirectoryAreMalformed() throws IOException {
    for (long place : new long[] {0, 16, 31, 32, 40, 43}) {
      DumpFile file = new DumpFile(1).stream(10, 8, place);
      file.put(new byte[100]);
      assertThat(reason(file)).as("at %d", place).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {25, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x4766_0001, 0xffff_ffffL})
  void streamsOfUnknownTypesAreMalformed(long type) throws IOException {
    assertThat(reason(new DumpFile(1).stream(type, new byte[8]))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void streamsOfOneTypeTwiceAreMalformed() throws IOException {
    DumpFile file = new DumpFile(2).stream(10, new byte[8]).stream(10, new byte[8]);
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void referencesBeyondTheEndAreTruncated() throws IOException {
    long far = 0xffff_fff0L;
    for (DumpFile file :
        new DumpFile[] {
          new DumpFile(1).stream(10, 0xffff_ffffL, 44),
          new DumpFile(1).stream(10, 8, far),
          new DumpFile(1).stream(3, DumpFile.threads(16, far, 0, 0)),
          new DumpFile(1).stream(3, DumpFile.threads(0, 0, 0xffff_ffffL, 50)),
          new DumpFile(1).stream(4, DumpFile.modules(far, 0, 0)),
          new DumpFile(1).stream(4, DumpFile.modules(0, 16, far)),
          new DumpFile(1).stream(5, DumpFile.memory(0xffff_ffffL, 44)),
          new DumpFile(1).stream(6, DumpFile.exception(100, far)),
          new DumpFile(1).stream(7, DumpFile.systemInfo(far)),
          new DumpFile(1).stream(9, DumpFile.memory64(44, Long.MAX_VALUE)),
          new DumpFile(1).stream(9, DumpFile.memory64(Long.MAX_VALUE, 1000))
        }) {
      assertThat(reason(file)).isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void listsThatLieAboutTheirLengthAreMalformed() throws IOException {
    byte[] many = new ByteBuilder().le(4, 0xffff_ffffL).zeros(48).bytes();
    for (int type : new int[] {3, 4, 5, 8, 12, 14, 16, 17, 24}) {
      assertThat(reason(new DumpFile(1).stream(type, many)))
          .as("type %d", type)
          .isEqualTo(ReasonCode.MALFORMED);
      assertThat(reason(new DumpFile(1).stream(type, new byte[3])))
          .as("type %d", type)
          .isEqualTo(ReasonCode.MALFORMED);
    }
    byte[] negative = DumpFile.memory64(44, -1);
    assertThat(reason(new DumpFile(1).stream(9, negative))).isEqualTo(ReasonCode.MALFORMED);
    byte[] count = new ByteBuilder().le(8, 1L << 60).le(8, 44).bytes();
    assertThat(reason(new DumpFile(1).stream(9, count))).isEqualTo(ReasonCode.MALFORMED);
    byte[] sums = DumpFile.memory64(44, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(reason(new DumpFile(1).stream(9, sums))).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void listsWithHeadersOfTheirOwnPass() throws IOException {
    DumpFile file = new DumpFile(4);
    long name = file.string("old.dll");
    byte[] unloaded = new ByteBuilder().le(4, 12).le(4, 24).le(4, 1).zeros(20).le(4, name).bytes();
    byte[] handles =
        new ByteBuilder().le(4, 16).le(4, 32).le(4, 1).zeros(12).le(8, name).zeros(16).bytes();
    byte[] regions = new ByteBuilder().le(4, 16).le(4, 48).le(8, 1).zeros(48).bytes();
    byte[] infos = new ByteBuilder().le(4, 12).le(4, 64).le(4, 1).zeros(64).bytes();
    file.stream(14, unloaded).stream(12, handles).stream(16, regions).stream(17, infos);
    assertThat(check(file.bytes()).result()).isEqualTo(PASSED);
  }

  @Test
  void annotationsOfCrashpadAreFollowed() throws IOException {
    assertThat(check(crashpad(0)).result()).isEqualTo(PASSED);
    assertThat(check(crashpad(0x7fff_0000)).reason()).isEqualTo(ReasonCode.TRUNCATED);
  }

  private static byte[] crashpad(int off) {
    DumpFile file = new DumpFile(1);
    long name = file.put(new ByteBuilder().le(4, 3).text("key").zeros(1).bytes());
    byte[] pair = new ByteBuilder().le(4, 1).le(4, name).le(4, name).bytes();
    long pairs = file.put(pair);
    long list = file.put(new ByteBuilder().le(4, 1).le(4, name).bytes());
    long objects =
        file.put(new ByteBuilder().le(4, 1).le(4, name).le(4, 1).le(4, name + off).bytes());
    ByteBuilder module = new ByteBuilder().le(4, 1).le(4, 8).le(4, list).le(4, 12).le(4, pairs);
    long info = file.put(module.le(4, 16).le(4, objects).bytes());
    long modules = file.put(new ByteBuilder().le(4, 1).le(4, 0).le(4, 28).le(4, info).bytes());
    ByteBuilder stream = new ByteBuilder().le(4, 1).zeros(32).le(4, 12).le(4, pairs);
    return file.stream(0x4350_0001, stream.le(4, 16).le(4, modules).bytes()).bytes();
  }
}
