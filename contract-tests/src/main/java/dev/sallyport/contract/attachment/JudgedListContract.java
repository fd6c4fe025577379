package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.contract.attachment.AttachmentLedgerContract.Opened;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of the list of what was judged when; the list may lag. */
public interface JudgedListContract {
  /** When these tests begin: near the end of a day in UTC. */
  Instant NOW = Instant.parse("2026-11-21T23:59:57.5Z");

  /** Opens a ledger as in {@link AttachmentLedgerContract#open}. */
  Opened open(UploadPolicy policy);

  @Test
  default void judgedAreListedBetweenTwoInstantsEarliestFirst() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> judged = judge(ledger, 6, Duration.ofSeconds(1));

    Await.untilAsserted(() -> {
      assertThat(between(ledger, NOW, NOW.plusSeconds(5), 100)).isEqualTo(judged);
      assertThat(between(ledger, NOW.plusSeconds(1), NOW.plusSeconds(3), 100))
          .isEqualTo(judged.subList(1, 4));
      assertThat(between(ledger, NOW.plusNanos(1), NOW.plusSeconds(2).minusNanos(1), 100))
          .isEqualTo(judged.subList(1, 2));
      assertThat(between(ledger, NOW.plusSeconds(6), NOW.plusSeconds(9), 100)).isEmpty();
    });
  }

  @Test
  default void longTimesWithoutVerdictsArePassed() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> judged = judge(ledger, 3, Duration.ofDays(20));

    Await.untilAsserted(() ->
        assertThat(
                between(ledger, NOW.minus(Duration.ofDays(40)), NOW.plus(Duration.ofDays(60)), 2))
            .isEqualTo(judged));
  }

  @Test
  default void pagesHoldEachOnce() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> judged = judge(ledger, 13, Duration.ofMillis(400));
    Await.untilAsserted(
        () -> assertThat(between(ledger, NOW, NOW.plusSeconds(60), 100)).hasSize(13));

    for (int limit : new int[] {1, 5, 13, 100}) {
      assertThat(between(ledger, NOW, NOW.plusSeconds(60), limit))
          .as("pages of %d", limit)
          .isEqualTo(judged);
    }
  }

  @Test
  default void whatIsJudgedAgainKeepsItsPlaceAndItsTrace() {
    AttachmentSamples samples = new AttachmentSamples(new Random(7));
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> judged = judge(ledger, 8, Duration.ofSeconds(1));
    ResanitizeJobId job = new ResanitizeJobId(UUID.nameUUIDFromBytes(new byte[] {1}));
    List<Attachment> again = new ArrayList<>();
    for (Attachment one : judged) {
      Attachment next = one;
      for (int i = 0; i < 3; i++) {
        next = samples.rejudged(next, job, NOW.plusSeconds(1000));
        assertThat(ledger.update(next, List.of())).isEqualTo(new UpdateOutcome.Updated());
      }
      assertThat(ledger.find(next.id())).contains(next);
      again.add(next);
    }

    Await.untilAsserted(
        () -> assertThat(between(ledger, NOW, NOW.plusSeconds(2000), 3)).isEqualTo(again));
  }

  @Test
  default void onlyJudgedAttachmentsAreListed() {
    AttachmentSamples samples = new AttachmentSamples(new Random(9));
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> judged = judge(ledger, 1, Duration.ZERO);
    QuotaAccount account = samples.account();
    Attachment waiting = samples.granted(account, 10, NOW);
    Attachment expired = samples.granted(account, 10, NOW);
    ledger.grant(new Grant(account, List.of(waiting, expired), UploadPolicy.defaults()), NOW);
    ledger.update(expired.expire(ReasonCode.NEVER_UPLOADED, NOW), List.of());

    Await.untilAsserted(() ->
        assertThat(between(ledger, NOW.minusSeconds(9), NOW.plusSeconds(9), 100))
            .isEqualTo(judged));
  }

  @Test
  default void limitsOutOfRangeAndForeignTokensOfJudgedAreRefused() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    for (int limit : new int[] {0, 101}) {
      assertThatThrownBy(() -> ledger.listJudged(NOW, NOW, limit, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String text : new String[] {"nonsense", "non/sense", "\0"}) {
      assertThatThrownBy(() -> ledger.listJudged(NOW, NOW, 1, Optional.of(new PageToken(text))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Judges so many, each so long after the one before. */
  private static List<Attachment> judge(AttachmentLedger ledger, int count, Duration apart) {
    AttachmentSamples samples = new AttachmentSamples(new Random(11));
    QuotaAccount account = samples.account();
    List<Attachment> judged = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Attachment granted = samples.granted(account, 10, NOW);
      ledger.grant(new Grant(account, List.of(granted), UploadPolicy.defaults()), NOW);
      Attachment bound = granted.bind(samples.version(), new DataSize(5), NOW);
      Attachment last = bound.judge(samples.judgement(), NOW.plus(apart.multipliedBy(i)));
      assertThat(ledger.update(bound, List.of())).isEqualTo(new UpdateOutcome.Updated());
      assertThat(ledger.update(last, List.of())).isEqualTo(new UpdateOutcome.Updated());
      judged.add(last);
    }
    return judged;
  }

  private static List<Attachment> between(
      AttachmentLedger ledger, Instant since, Instant until, int limit) {
    return Pages.all(limit, page -> ledger.listJudged(since, until, limit, page));
  }
}
