package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.contract.attachment.AttachmentLedgerContract.Opened;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of the list of what is due; the list may lag. */
public interface DueListContract {
  /** When these tests begin. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** When everything that they grant is due. */
  Instant LATER = NOW.plusSeconds(100_000);

  /** Opens a ledger as in {@link AttachmentLedgerContract#open}. */
  Opened open(UploadPolicy policy);

  @Test
  default void dueAreListedWhenTheirTimeHasComeEarliestFirst() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = grant(ledger, 5);
    Instant third = granted.get(2).dueAt();

    Await.untilAsserted(() -> {
      assertThat(due(ledger, third.minusNanos(1), 100)).isEqualTo(granted.subList(0, 2));
      assertThat(due(ledger, third, 100)).isEqualTo(granted.subList(0, 3));
      assertThat(due(ledger, LATER, 100)).isEqualTo(granted);
    });
  }

  @Test
  default void postponedAttachmentsAreListedAtTheirNewTime() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = grant(ledger, 3);
    Attachment postponed = granted.getFirst().postpone(LATER.minusSeconds(1));
    ledger.update(postponed, List.of());

    Await.untilAsserted(() ->
        assertThat(due(ledger, LATER, 100))
            .containsExactly(granted.get(1), granted.get(2), postponed));
  }

  @Test
  default void endedAttachmentsAreNotListed() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = grant(ledger, 2);
    ledger.update(granted.getFirst().expire(ReasonCode.NEVER_UPLOADED, NOW), List.of());

    Await.untilAsserted(
        () -> assertThat(due(ledger, LATER, 100)).containsExactly(granted.getLast()));
  }

  @Test
  default void pagesHoldEachOnceAndTheLastHasNoToken() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = grant(ledger, 12);
    Await.untilAsserted(() -> assertThat(due(ledger, LATER, 100)).hasSize(12));

    for (int limit : new int[] {1, 5, 6, 12, 100}) {
      assertThat(due(ledger, LATER, limit)).as("pages of %d", limit).isEqualTo(granted);
    }
    assertThat(ledger.listDue(LATER, 12, Optional.empty()).next()).isEmpty();
  }

  @Test
  default void pagesGoOnWhileWhatTheyShowedIsDealtWith() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = grant(ledger, 10);
    Await.untilAsserted(() -> assertThat(due(ledger, LATER, 100)).hasSize(10));

    List<Attachment> seen =
        Pages.all(
            3,
            page -> {
              Page<Attachment> due = ledger.listDue(LATER, 3, page);
              due.items()
                  .forEach(one -> ledger.update(one.expire(ReasonCode.TIMEOUT, NOW), List.of()));
              return due;
            });

    assertThat(seen).isEqualTo(granted);
    Await.untilAsserted(() -> assertThat(due(ledger, LATER, 100)).isEmpty());
  }

  @Test
  default void limitsOutOfRangeAndForeignTokensAreRefused() {
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();

    assertThatThrownBy(() -> ledger.listDue(NOW, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger.listDue(NOW, 101, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    for (String text : new String[] {"nonsense", "non/sense", "\0"}) {
      assertThatThrownBy(() -> ledger.listDue(NOW, 1, Optional.of(new PageToken(text))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Grants so many, each due a second after the one before. */
  private static List<Attachment> grant(AttachmentLedger ledger, int count) {
    AttachmentSamples samples = new AttachmentSamples(new Random(11));
    QuotaAccount account = samples.account();
    List<Attachment> granted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      granted.add(samples.granted(account, 10, NOW.plusSeconds(i)));
    }
    ledger.grant(new Grant(account, granted.reversed(), UploadPolicy.defaults()), NOW);
    return granted;
  }

  private static List<Attachment> due(AttachmentLedger ledger, Instant now, int limit) {
    return Pages.all(limit, page -> ledger.listDue(now, limit, page));
  }
}
