package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.ContentRebuilderContract.BrokenContent;
import dev.sallyport.contract.sanitization.ContentRebuilderContract.BrokenSink;
import dev.sallyport.contract.sanitization.ContentRebuilderContract.TickingClock;
import dev.sallyport.contract.sanitization.ScriptedMembers.Answer;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every rebuilder of archives keeps, whatever holds the members together. */
public interface ArchiveRebuilderContract {
  /** Returns the rebuilder. */
  ArchiveRebuilder archives();

  /** Returns an archive whose own data is not all kept; its members are texts, none empty. */
  byte[] dirtyArchive();

  /** Returns what the members of the archive hold, in order. */
  List<String> memberTexts();

  /** Returns the type of the archive. */
  FileType archiveType();

  @Test
  default void archiveIsOfATypeThatIsHandled() {
    assertThat(archives().types()).contains(archiveType());
  }

  @Test
  default void everyMemberIsJudgedInItsOrderAndClosed() throws IOException {
    ScriptedMembers members = ScriptedMembers.allText();
    done(repack(dirtyArchive(), members, OutputStream.nullOutputStream()));
    assertThat(members.judged().stream().map(one -> new String(one, StandardCharsets.UTF_8)))
        .containsExactlyElementsOf(memberTexts());
    assertThat(members.areAllClosed()).isTrue();
  }

  @Test
  default void archiveListsEachKindOfRemovalOnce() throws IOException {
    Rebuilt.Done done =
        done(repack(dirtyArchive(), ScriptedMembers.allText(), OutputStream.nullOutputStream()));
    assertThat(done.type()).isEqualTo(archiveType());
    assertThat(done.dump()).isFalse();
    assertThat(done.verdict().removed()).isNotEmpty();
    assertThat(done.verdict().removed().stream().map(Removal::kind)).doesNotHaveDuplicates();
  }

  @Test
  default void archiveIsRepackedTheSameEachTime() throws IOException {
    assertThat(repacked(dirtyArchive())).isEqualTo(repacked(dirtyArchive()));
  }

  @Test
  default void whatWasRepackedIsClean() throws IOException {
    byte[] first = repacked(dirtyArchive());
    ScriptedMembers members = ScriptedMembers.allText();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    assertThat(done(repack(first, members, second)).verdict()).isEqualTo(new Verdict.Clean());
    assertThat(second.toByteArray()).isEqualTo(first);
    assertThat(members.judged().stream().map(one -> new String(one, StandardCharsets.UTF_8)))
        .containsExactlyElementsOf(memberTexts());
  }

  @Test
  default void cleanBytesOfMembersTakeTheirPlace() throws IOException {
    byte[] other = "other".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    done(repack(dirtyArchive(), ScriptedMembers.judgedBy(_ -> ScriptedMembers.text(other)), sink));
    ScriptedMembers members = ScriptedMembers.allText();
    done(repack(sink.toByteArray(), members, OutputStream.nullOutputStream()));
    assertThat(members.judged()).hasSameSizeAs(memberTexts()).allMatch(one -> same(one, other));
  }

  private static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(one, other);
  }

  @Test
  default void refusedMemberIsTheEndOfTheArchive() {
    String last = memberTexts().getLast();
    ScriptedMembers members =
        ScriptedMembers.judgedBy(bytes -> {
          if (new String(bytes, StandardCharsets.UTF_8).equals(last)) {
            throw new RefusedMemberException(ReasonCode.MALWARE);
          }
          return ScriptedMembers.text(bytes);
        });
    assertThat(refusal(dirtyArchive(), members)).isEqualTo(ReasonCode.MALWARE);
    assertThat(members.areAllClosed()).isTrue();
  }

  @Test
  default void outageOfAScannerComesOutAsItIs() {
    PortUnavailableException outage = new PortUnavailableException("down", null);
    ScriptedMembers members =
        ScriptedMembers.judgedBy(_ -> {
          throw outage;
        });
    assertThatThrownBy(() -> repack(dirtyArchive(), members, OutputStream.nullOutputStream()))
        .isSameAs(outage);
    assertThat(members.areAllClosed()).isTrue();
  }

  @Test
  default void moreBytesThanMayComeOutAreRefused() throws IOException {
    long all = memberTexts().stream().mapToLong(text -> bytes(text).length).sum();
    ScriptedMembers enough = ScriptedMembers.limited(1_000, all);
    done(repack(dirtyArchive(), enough, OutputStream.nullOutputStream()));
    ScriptedMembers few = ScriptedMembers.limited(1_000, all - 1);
    assertThat(refusal(dirtyArchive(), few)).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(few.areAllClosed()).isTrue();
  }

  @Test
  default void moreMembersThanMayComeOutAreRefused() {
    ScriptedMembers few = ScriptedMembers.limited(memberTexts().size() - 1, 1 << 20);
    assertThat(refusal(dirtyArchive(), few)).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  default void archiveOfADumpIsADump() throws IOException {
    ScriptedMembers members =
        ScriptedMembers.judgedBy(
            bytes -> new Answer(FileType.MINIDUMP, bytes, new Verdict.Validated(List.of()), true));
    Rebuilt.Done done = done(repack(dirtyArchive(), members, OutputStream.nullOutputStream()));
    assertThat(done.dump()).isTrue();
    assertThat(done.verdict()).isInstanceOf(Verdict.Validated.class);
  }

  @Test
  default void whatMembersLostIsAddedUp() throws IOException {
    List<Removal> lost = List.of(new Removal(Removal.Kind.EMAIL, 2));
    ScriptedMembers members =
        ScriptedMembers.judgedBy(
            bytes -> new Answer(FileType.TEXT, bytes, new Verdict.Disarmed(lost), false));
    Verdict verdict =
        done(repack(dirtyArchive(), members, OutputStream.nullOutputStream())).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Disarmed.class);
    assertThat(verdict.removed())
        .contains(new Removal(Removal.Kind.EMAIL, 2L * memberTexts().size()));
  }

  @Test
  default void deadlineEndsTheUnpackingAtAnyLook() throws IOException {
    int looks = 0;
    while (lasts(looks)) {
      looks++;
    }
    assertThat(looks).as("looks at the deadline").isBetween(2, 10_000);
  }

  private boolean lasts(int looks) throws IOException {
    MutableClock clock = MutableClock.atNoon();
    Deadline deadline = Deadline.after(Duration.ofSeconds(looks), new TickingClock(clock));
    ScriptedMembers members = ScriptedMembers.allText();
    try {
      Content content = new BytesContent(dirtyArchive());
      done(repack(content, deadline, members, OutputStream.nullOutputStream()));
      return false;
    } catch (DeadlineExceededException e) {
      assertThat(members.areAllClosed()).isTrue();
      return true;
    }
  }

  @Test
  default void archiveThatCannotBeReadIsNoVerdict() throws IOException {
    int reads = 0;
    while (breaksAfter(reads)) {
      reads++;
    }
    assertThat(reads).as("reads of the archive").isPositive();
  }

  private boolean breaksAfter(int reads) throws IOException {
    Content content = new BrokenContent(dirtyArchive(), reads);
    ScriptedMembers members = ScriptedMembers.allText();
    try {
      done(repack(content, ample(), members, OutputStream.nullOutputStream()));
      return false;
    } catch (IOException e) {
      assertThat(e).hasMessage(BrokenContent.MESSAGE);
      assertThat(members.areAllClosed()).isTrue();
      return true;
    }
  }

  @Test
  default void sinkThatCannotTakeTheArchiveIsNoVerdict() throws IOException {
    int size = repacked(dirtyArchive()).length;
    for (int room : new int[] {0, 1, size / 2, size - 1}) {
      assertThatThrownBy(
              () -> repack(dirtyArchive(), ScriptedMembers.allText(), new BrokenSink(room)))
          .as("room for %d of %d bytes", room, size)
          .isInstanceOf(IOException.class)
          .hasMessage(BrokenContent.MESSAGE);
    }
  }

  @Test
  default void everyCutOfAnArchiveIsRefused() throws IOException {
    byte[] sample = dirtyArchive();
    int step = 1 + sample.length / 500;
    for (int length = 1; length < sample.length; length += step) {
      byte[] cut = Arrays.copyOf(sample, length);
      assertThat(repack(cut, ScriptedMembers.allText(), OutputStream.nullOutputStream()))
          .as("%d of %d bytes", length, sample.length)
          .isInstanceOf(Rebuilt.Refused.class);
    }
  }

  @Test
  default void damageToAnArchiveIsAlwaysAnsweredAndNeverThrown() {
    byte[] sample = dirtyArchive();
    for (int seed = 0; seed < 500; seed++) {
      ScriptedMembers members = ScriptedMembers.limited(100, 1 << 20);
      try {
        byte[] damaged = damaged(sample, new Random(seed));
        assertThat(repack(damaged, members, OutputStream.nullOutputStream())).isNotNull();
      } catch (RefusedMemberException e) {
        assertThat(e.reason()).as("seed %d", seed).isEqualTo(ReasonCode.EXPANSION_LIMIT);
      } catch (IOException | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertThat(members.areAllClosed()).isTrue();
    }
  }

  private static byte[] damaged(byte[] sample, Random random) {
    byte[] damaged = sample.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length - 1)) : damaged;
  }

  private byte[] repacked(byte[] archive) throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    done(repack(archive, ScriptedMembers.allText(), sink));
    return sink.toByteArray();
  }

  private ReasonCode refusal(byte[] archive, Members members) {
    try {
      return ((Rebuilt.Refused) repack(archive, members, OutputStream.nullOutputStream())).reason();
    } catch (RefusedMemberException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError("nothing is wrong with reading", e);
    }
  }

  private Rebuilt repack(byte[] archive, Members members, OutputStream sink) throws IOException {
    return repack(new BytesContent(archive), ample(), members, sink);
  }

  private Rebuilt repack(Content content, Deadline deadline, Members members, OutputStream sink)
      throws IOException {
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    return archives().rebuild(content, archiveType(), policy, deadline, members, sink);
  }

  private static Rebuilt.Done done(Rebuilt rebuilt) {
    assertThat(rebuilt).isInstanceOf(Rebuilt.Done.class);
    return (Rebuilt.Done) rebuilt;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Deadline ample() {
    return Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
  }
}
