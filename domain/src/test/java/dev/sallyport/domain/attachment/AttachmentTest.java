package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Receipt RECEIPT = Receipt.ofRandom(new byte[Receipt.BYTES]);
  private static final VersionId VERSION = new VersionId("v1");
  private static final Judgement REJECTED =
      new Judgement(
          new Verdict.Rejected(ReasonCode.MALFORMED),
          Optional.empty(),
          SanitizerVersion.CURRENT,
          Set.of(Check.SIZE),
          Optional.empty());

  @Test
  void aGrantIsDueAnHourAfterItsFormHasEnded() {
    Attachment granted = granted();
    assertThat(granted.formExpiresAt()).isEqualTo(NOW.plusSeconds(300));
    assertThat(granted.dueAt()).isEqualTo(NOW.plusSeconds(300).plus(Duration.ofHours(1)));
    assertThat(granted.revision()).isEqualTo(1);
  }

  @Test
  void everyChangeIsOneRevision() {
    Attachment judged =
        granted().bind(VERSION, new DataSize(5), NOW).timedOut().judge(REJECTED, NOW);
    assertThat(judged.revision()).isEqualTo(4);
    assertThat(judged.hasEnded()).isTrue();
  }

  @Test
  void aBoundVersionStaysBoundThroughTimeouts() {
    Attachment timedOut = granted().bind(VERSION, new DataSize(5), NOW).timedOut().timedOut();
    assertThat(timedOut.state()).isEqualTo(new Quarantined(VERSION, new DataSize(5), NOW, 2));
  }

  @Test
  void onlyTheFirstVersionIsBound() {
    Attachment bound = granted().bind(VERSION, new DataSize(5), NOW);
    assertThatIllegalStateException()
        .isThrownBy(() -> bound.bind(new VersionId("v2"), new DataSize(5), NOW));
  }

  @Test
  void whatHasEndedStaysEnded() {
    Attachment judged = granted().bind(VERSION, new DataSize(5), NOW).judge(REJECTED, NOW);
    Attachment expired = granted().expire(ReasonCode.NEVER_UPLOADED, NOW);
    assertThat(expired.state()).isEqualTo(new Expired(ReasonCode.NEVER_UPLOADED, NOW));
    for (Attachment ended : new Attachment[] {judged, expired}) {
      assertThatIllegalStateException().isThrownBy(() -> ended.judge(REJECTED, NOW));
      assertThatIllegalStateException()
          .isThrownBy(() -> ended.expire(ReasonCode.NEVER_UPLOADED, NOW));
      assertThatIllegalStateException().isThrownBy(() -> ended.bind(VERSION, DataSize.ZERO, NOW));
      assertThatIllegalStateException().isThrownBy(() -> ended.postpone(NOW));
      assertThatIllegalStateException().isThrownBy(ended::timedOut);
    }
  }

  @Test
  void theReserveIsWhatMayComeThenWhatCameThenNothing() {
    Attachment granted = granted();
    Attachment bound = granted.bind(VERSION, new DataSize(5), NOW);
    assertThat(granted.reservedBytes()).isEqualTo(new DataSize(100));
    assertThat(bound.reservedBytes()).isEqualTo(new DataSize(5));
    assertThat(bound.judge(REJECTED, NOW).reservedBytes()).isEqualTo(DataSize.ZERO);
  }

  @Test
  void aReceiptIsGoodForThirtyDays() {
    Attachment granted = granted();
    assertThat(granted.wasGrantedTo(RECEIPT, NOW.plus(Receipt.LIFE).minusMillis(1))).isTrue();
    assertThat(granted.wasGrantedTo(RECEIPT, NOW.plus(Receipt.LIFE))).isFalse();
    byte[] other = new byte[Receipt.BYTES];
    other[31] = 1;
    assertThat(granted.wasGrantedTo(Receipt.ofRandom(other), NOW)).isFalse();
  }

  @Test
  void aReceiptIsNotPrinted() {
    assertThat(RECEIPT.toString()).doesNotContain(RECEIPT.secret());
    assertThat(granted().toString()).doesNotContain(RECEIPT.secret());
  }

  private static Attachment granted() {
    return Attachment.granted(
        new AttachmentId(new UUID(1, 1)),
        Declaration.none(),
        true,
        new DataSize(100),
        QuotaAccount.of(new Subject("s")),
        RECEIPT.hash(),
        NOW,
        Duration.ofMinutes(5));
  }
}
