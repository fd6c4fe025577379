package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RejudgeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final ResanitizeJobId JOB = new ResanitizeJobId(new UUID(1, 1));
  private static final ResanitizeJobId OTHER_JOB = new ResanitizeJobId(new UUID(1, 2));
  private static final Judgement CLEAN = clean("a", "1", Check.TYPE);
  private static final Judgement MALWARE = rejected(ReasonCode.MALWARE);

  @Test
  void theNewVerdictTakesThePlaceOfTheOldOneWhichStaysVisible() {
    Attachment before = judged(CLEAN);
    Attachment after = before.rejudge(MALWARE, JOB, LATER);
    assertThat(after.revision()).isEqualTo(before.revision() + 1);
    assertThat(after.state())
        .isEqualTo(
            new Judged(
                new VersionId("v1"),
                MALWARE,
                NOW,
                Optional.of(
                    new Rejudgement(
                        JOB,
                        LATER,
                        true,
                        Optional.of(new ObjectKey("clean/a")),
                        Optional.of(CLEAN.given())))));
    assertThat(state(after).wasRejudgedBy(JOB)).isTrue();
    assertThat(state(after).wasRejudgedBy(OTHER_JOB)).isFalse();
    assertThat(state(before).wasRejudgedBy(JOB)).isFalse();
  }

  @Test
  void cleanBytesThatAreStillServedAreNoLeftover() {
    assertThat(state(judged(CLEAN).rejudge(CLEAN, JOB, LATER)).leftover()).isEmpty();
    Judgement other = clean("b", "2", Check.TYPE);
    Attachment moved = judged(CLEAN).rejudge(other, JOB, LATER);
    assertThat(state(moved).leftover()).contains(new ObjectKey("clean/a"));
    assertThat(state(moved.rejudge(CLEAN, OTHER_JOB, LATER)).leftover())
        .contains(new ObjectKey("clean/b"));
  }

  @Test
  void theLastChangeOutlivesRunsThatChangeNothing() {
    Attachment retracted = judged(CLEAN).rejudge(MALWARE, JOB, LATER);
    Attachment again = retracted.rejudge(MALWARE, OTHER_JOB, LATER);
    Rejudgement trace = state(again).rejudged().orElseThrow();
    assertThat(trace.changed()).isFalse();
    assertThat(trace.previously()).contains(CLEAN.given());
    assertThat(state(again).leftover()).contains(new ObjectKey("clean/a"));
  }

  @Test
  void onlyAScannerTakesBackWhatAScannerSaid() {
    Attachment bad = judged(MALWARE);
    assertThat(CLEAN.mayReplace(MALWARE)).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> bad.rejudge(CLEAN, JOB, LATER));
    Judgement scanned = clean("a", "2", Check.MALWARE);
    assertThat(state(bad.rejudge(scanned, JOB, LATER)).judgement()).isEqualTo(scanned);
    assertThat(rejected(ReasonCode.MALFORMED).mayReplace(MALWARE)).isTrue();
  }

  @Test
  void onlyWhatWasJudgedIsJudgedAgain() {
    assertThatIllegalStateException().isThrownBy(() -> granted().rejudge(CLEAN, JOB, LATER));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> granted().expire(ReasonCode.NEVER_UPLOADED, NOW).rejudge(CLEAN, JOB, LATER));
  }

  private static Judged state(Attachment attachment) {
    return (Judged) attachment.state();
  }

  private static Attachment judged(Judgement judgement) {
    return granted().bind(new VersionId("v1"), new DataSize(5), NOW).judge(judgement, NOW);
  }

  private static Judgement clean(String name, String sanitizer, Check check) {
    Sha256 digest = Sha256.of(new byte[] {1});
    return new Judgement(
        new Verdict.Clean(),
        Optional.of(digest),
        new SanitizerVersion(sanitizer),
        Set.of(check),
        Optional.of(
            new Judgement.Output(
                new ObjectKey("clean/" + name), FileType.TEXT, new DataSize(5), digest, false)));
  }

  private static Judgement rejected(ReasonCode reason) {
    return new Judgement(
        new Verdict.Rejected(reason),
        Optional.empty(),
        new SanitizerVersion("2"),
        Set.of(Check.MALWARE),
        Optional.empty());
  }

  private static Attachment granted() {
    return Attachment.granted(
        new AttachmentId(new UUID(2, 2)),
        Declaration.none(),
        false,
        new DataSize(100),
        QuotaAccount.of(new Subject("s")),
        Receipt.ofRandom(new byte[Receipt.BYTES]).hash(),
        NOW,
        Duration.ofMinutes(5));
  }
}
