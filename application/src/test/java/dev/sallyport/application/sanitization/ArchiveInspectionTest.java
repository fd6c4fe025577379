package dev.sallyport.application.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.sanitization.ArchiveLimits;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveInspectionTest {
  private final BracketContent.Space space = new BracketContent.Space();

  @Test
  void archiveOfCleanThingsIsClean() throws IOException {
    Inspection.Passed passed = passed("[a;[b;c];;d]");
    assertThat(BracketContent.text(passed.bytes())).isEqualTo("[a;[b;c];;d]");
    assertThat(passed.verdict()).isEqualTo(new Verdict.Clean());
    assertThat(passed.type()).isEqualTo(FileType.ZIP);
    assertThat(passed.dump()).isFalse();
  }

  @Test
  void whatMembersLoseAtAnyDepthIsAddedUp() throws IOException {
    Inspection.Passed passed = passed("[secret;[a;secret secret];b]");
    assertThat(BracketContent.text(passed.bytes())).isEqualTo("[-;[a;- -];b]");
    assertThat(passed.verdict())
        .isEqualTo(new Verdict.Disarmed(List.of(new Removal(Removal.Kind.COOKIE, 3))));
  }

  @Test
  void archiveWithADumpAtAnyDepthIsADump() throws IOException {
    Inspection.Passed passed = passed("[secret;[a;[dump]]]");
    assertThat(passed.dump()).isTrue();
    assertThat(passed.verdict())
        .isEqualTo(new Verdict.Validated(List.of(new Removal(Removal.Kind.COOKIE, 1))));
  }

  @Test
  void jsonThatIsNoneIsReadAsTextInAnArchiveToo() throws IOException {
    assertThat(BracketContent.text(passed("[{}{}]").bytes())).isEqualTo("[{}{}]");
  }

  @ParameterizedTest
  @CsvSource({
    "[a;bad],MALFORMED",
    "[a;[b;[bad]]],MALFORMED",
    "[a;strange],UNSUPPORTED_TYPE",
    "[[virus];a],MALWARE",
    "[a;%PDF],ACTIVE_CONTENT"
  })
  void memberThatDoesNotPassRejectsTheArchiveWithItsReason(String archive, ReasonCode reason)
      throws IOException {
    assertThat(reason(archive, limits(100, 100, 3))).isEqualTo(reason);
  }

  @Test
  void archivesMayLieInOneAnotherOnlySoDeep() throws IOException {
    assertThat(inspect("[[[a]]]", limits(100, 100, 3))).isInstanceOf(Inspection.Passed.class);
    assertThat(reason("[[[[a]]]]", limits(100, 100, 3))).isEqualTo(ReasonCode.NESTING_LIMIT);
    assertThat(reason("[a;[b]]", limits(100, 100, 1))).isEqualTo(ReasonCode.NESTING_LIMIT);
  }

  @Test
  void archiveThatHoldsItselfEnds() throws IOException {
    assertThat(reason("~", limits(100, 100, 16))).isEqualTo(ReasonCode.NESTING_LIMIT);
    assertThat(reason("~", limits(5, 100, 16))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(reason("~", limits(100, 5, 16))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void membersOfAllArchivesAreCountedTogether() throws IOException {
    assertThat(inspect("[a;[b;c];[d]]", limits(6, 100, 3))).isInstanceOf(Inspection.Passed.class);
    assertThat(reason("[a;[b;c];[d]]", limits(5, 100, 3))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(reason("[;;;;;]", limits(5, 100, 3))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void bytesOfAllArchivesAreCountedTogether() throws IOException {
    // One for a, five for the archive of b and c, and one for each of those.
    assertThat(inspect("[a;[b;c]]", limits(9, 8, 3))).isInstanceOf(Inspection.Passed.class);
    assertThat(reason("[a;[b;c]]", limits(9, 7, 3))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(reason("[a;[b;c]]", limits(9, 5, 3))).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void memberThatGrowsBeyondItsRoomIsOverTheLimit() throws IOException {
    SanitizationPolicy small = policy(limits(9, 100, 3), 1);
    assertThat(inspect("[a]", small)).isInstanceOf(Inspection.Passed.class);
    Inspection inspection = inspect("[a;grows]", small);
    assertThat(((Inspection.Failed) inspection).reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void silenceOfAScannerOnAMemberIsNoVerdict() throws IOException {
    assertThat(inspect("[a;unclear]", limits(9, 100, 3))).isInstanceOf(Inspection.Undecided.class);
    assertThat(inspect("[a;[b;[unclear]]]", limits(9, 100, 3)))
        .isInstanceOf(Inspection.Undecided.class);
  }

  @Test
  void opaqueMemberPassesAsItCameWhereThePolicySaysSo() throws IOException {
    SanitizationPolicy defaults = policy(limits(9, 100, 3), 1_000);
    SanitizationPolicy open = accepting(defaults, EnumSet.allOf(FileType.class));
    Inspection.Passed passed = (Inspection.Passed) inspect("[%PDF]", open);
    assertThat(BracketContent.text(passed.bytes())).isEqualTo("[%PDF]");
    assertThat(passed.verdict()).isEqualTo(new Verdict.Validated(List.of()));
  }

  @Test
  void typeWithTwoRebuildersIsAMistake() {
    ArchiveRebuilder archives = new BracketContent.Archives();
    ContentRebuilder files = new BracketContent.Files();
    assertThatThrownBy(
            () -> inspector(Set.of(files), Set.of(archives, new BracketContent.Archives())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> inspector(Set.of(files, new BracketContent.Files()), Set.of(archives)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ContentInspector inspector(Set<ContentRebuilder> files, Set<ArchiveRebuilder> archives) {
    return new ContentInspector(
        new BracketContent.Sniffer(),
        files,
        archives,
        Optional.of(new BracketContent.Scanner()),
        space,
        SanitizationPolicy.defaults());
  }

  private Inspection.Passed passed(String archive) throws IOException {
    Inspection inspection = inspect(archive, limits(100, 1_000, 3));
    assertThat(inspection).isInstanceOf(Inspection.Passed.class);
    return (Inspection.Passed) inspection;
  }

  private ReasonCode reason(String archive, ArchiveLimits limits) throws IOException {
    Inspection inspection = inspect(archive, limits);
    assertThat(inspection).isInstanceOf(Inspection.Failed.class);
    return ((Inspection.Failed) inspection).reason();
  }

  private Inspection inspect(String archive, ArchiveLimits limits) throws IOException {
    return inspect(archive, policy(limits, 1_000_000));
  }

  private Inspection inspect(String archive, SanitizationPolicy policy) throws IOException {
    ContentInspector inspector =
        new ContentInspector(
            new BracketContent.Sniffer(),
            Set.of(new BracketContent.Files()),
            Set.of(new BracketContent.Archives()),
            Optional.of(new BracketContent.Scanner()),
            space,
            policy);
    try (Scratch clean = space.open(DataSize.ofMebibytes(8));
        Scratch again = space.open(DataSize.ofMebibytes(8))) {
      Inspection inspection =
          inspector.inspect(
              BracketContent.of(archive),
              Declaration.none(),
              Optional.empty(),
              clean,
              again,
              Deadline.after(Duration.ofMinutes(1), Clock.systemUTC()));
      assertThat(space.open()).as("scratches of members still open").isEqualTo(2);
      return inspection;
    }
  }

  private static ArchiveLimits limits(int members, long bytes, int depth) {
    return new ArchiveLimits(members, DataSize.ofBytes(bytes), 100, depth);
  }

  private static SanitizationPolicy policy(ArchiveLimits limits, long pixels) {
    SanitizationPolicy usual = SanitizationPolicy.defaults();
    return new SanitizationPolicy(
        usual.accepted(),
        pixels,
        usual.maxTextBytes(),
        usual.maxJsonDepth(),
        usual.maxChunkBytes(),
        limits,
        usual.redactText(),
        usual.deadline(),
        usual.maxAttempts(),
        usual.maxWait(),
        usual.retainCleaned(),
        usual.retainRejected(),
        usual.retention());
  }

  private static SanitizationPolicy accepting(SanitizationPolicy usual, Set<FileType> types) {
    return new SanitizationPolicy(
        types,
        usual.maxPixels(),
        usual.maxTextBytes(),
        usual.maxJsonDepth(),
        usual.maxChunkBytes(),
        usual.archives(),
        usual.redactText(),
        usual.deadline(),
        usual.maxAttempts(),
        usual.maxWait(),
        usual.retainCleaned(),
        usual.retainRejected(),
        usual.retention());
  }
}
