package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class NestedArchiveTest {
  private static final long FREE = 16L << 20;

  @Test
  void packedTapeIsRebuiltInBothItsLayers() throws IOException {
    byte[] tar = new TarBytes().file("logs/a.log", "one").file("logs/b.txt", "two").finish();
    NestedMembers.Outcome outcome = NestedMembers.of(gzip(tar));
    assertThat(outcome.result()).isInstanceOf(Rebuilt.Done.class);
    assertThat(outcome.texts()).isEqualTo(2);
    byte[] inner = new GZIPInputStream(new ByteArrayInputStream(outcome.bytes())).readAllBytes();
    assertThat(ArchiveRun.tar(inner).texts()).containsExactly("one", "two");
    assertThat(ArchiveRun.tar(inner).removed()).isEmpty();
  }

  @Test
  void hostileArchiveInAHonestOneIsFound() throws IOException {
    byte[] tar = new TarBytes().file("../a", "x").finish();
    assertThat(NestedMembers.of(zip(1, gzip(tar))).reason()).isEqualTo(ReasonCode.UNSAFE_ENTRY);
  }

  @Test
  void archivesAreFollowedOnlySoDeep() throws IOException {
    byte[] bytes = {'x'};
    for (int depth = 1; depth <= 3; depth++) {
      bytes = depth == 2 ? gzip(bytes) : zip(1, bytes);
      assertThat(NestedMembers.of(bytes).result()).isInstanceOf(Rebuilt.Done.class);
    }
    assertThat(NestedMembers.of(zip(1, bytes)).reason()).isEqualTo(ReasonCode.NESTING_LIMIT);
  }

  @Test
  void bombOfArchivesInArchivesEndsAtTheLimitOfAll() throws IOException {
    byte[] leaf = zip(1, new byte[4 << 20]);
    byte[] bomb = zip(16, zip(16, leaf));
    NestedMembers.Outcome outcome = NestedMembers.of(bomb);
    assertThat(outcome.reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(outcome.spent()).isLessThanOrEqualTo(FREE);
  }

  @Test
  void bombOfCountEndsAtTheLimitOfAll() throws IOException {
    byte[] bomb = zip(40, zip(40, new byte[] {'x'}));
    assertThat(NestedMembers.of(bomb).reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void twiceCompressedBombEndsAtTheLimit() throws IOException {
    byte[] bomb = gzip(gzip(new byte[64 << 20]));
    NestedMembers.Outcome outcome = NestedMembers.of(bomb);
    assertThat(outcome.reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(outcome.spent()).isLessThanOrEqualTo(FREE);
  }

  @Test
  void whatIsPackedWellBelowTheLimitsPasses() throws IOException {
    assertThat(NestedMembers.of(gzip(new byte[15 << 20])).result())
        .isInstanceOf(Rebuilt.Done.class);
  }

  private static byte[] zip(int copies, byte[] bytes) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < copies; i++) {
      zip.add(ZipBytes.deflated("member" + i, bytes));
    }
    return zip.finish();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
