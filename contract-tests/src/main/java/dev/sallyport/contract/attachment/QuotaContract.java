package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.contract.attachment.AttachmentLedgerContract.Opened;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of quotas and of the quarantine's reserve. Windows here are of an hour. */
public interface QuotaContract {
  /** In the middle of a window. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** The end of that window. */
  Instant WINDOW_ENDS = Instant.parse("2026-11-21T13:00:00Z");

  /** What is no limit at all. */
  long PLENTY = 1L << 50;

  /** Opens a ledger as in {@link AttachmentLedgerContract#open}. */
  Opened open(UploadPolicy policy);

  @Test
  default void objectsAreGrantedUpToTheQuotaAndNotBeyond() {
    Accounts test = accounts(5, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();

    assertThat(test.grant(account, 3, 1, NOW)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 3, 1, NOW)).isEqualTo(exceeded());
    assertThat(test.grant(account, 2, 1, NOW)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void bytesAreGrantedUpToTheQuotaAndNotBeyond() {
    Accounts test = accounts(100, 1_000, PLENTY);
    QuotaAccount account = test.samples().account();

    assertThat(test.grant(account, 2, 400, NOW)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 1, 201, NOW)).isEqualTo(exceeded());
    assertThat(test.grant(account, 1, 200, NOW)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void refusedGrantsStoreNothing() {
    Accounts test = accounts(2, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    Attachment one = test.samples().granted(account, 1, NOW);
    Attachment two = test.samples().granted(account, 1, NOW);
    Attachment three = test.samples().granted(account, 1, NOW);

    test.ledger().grant(new Grant(account, List.of(one, two, three), test.policy()), NOW);

    assertThat(test.ledger().findAll(List.of(one.id(), two.id(), three.id()))).isEmpty();
  }

  @Test
  default void accountsHaveQuotasOfTheirOwn() {
    Accounts test = accounts(1, PLENTY, PLENTY);

    assertThat(test.grant(test.samples().account(), 1, 1, NOW))
        .isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(test.samples().account(), 1, 1, NOW))
        .isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void quotaBeginsAnewWithTheNextWindow() {
    Accounts test = accounts(1, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    test.grant(account, 1, 1, NOW);

    assertThat(test.grant(account, 1, 1, WINDOW_ENDS.minusMillis(1))).isEqualTo(exceeded());
    assertThat(test.grant(account, 1, 1, WINDOW_ENDS)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 1, 1, WINDOW_ENDS))
        .isEqualTo(new GrantOutcome.QuotaExceeded(WINDOW_ENDS.plusSeconds(3_600)));
  }

  @Test
  default void quotaDoesNotComeBackWhenAttachmentsEnd() {
    Accounts test = accounts(1, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    Attachment granted = test.granted(account, 10);
    test.ledger().update(granted.expire(ReasonCode.NEVER_UPLOADED, NOW), List.of());

    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void replayIsChargedAsOneObject() {
    Accounts test = accounts(2, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    test.charge(account, test.granted(account, 1).id(), test.samples().version(), 1, NOW);

    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void replayIsChargedByItsBytes() {
    Accounts test = accounts(100, 1_000, PLENTY);
    QuotaAccount account = test.samples().account();
    test.charge(account, test.granted(account, 100).id(), test.samples().version(), 700, NOW);

    assertThat(test.grant(account, 1, 201, NOW)).isEqualTo(exceeded());
    assertThat(test.grant(account, 1, 200, NOW)).isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void replayOfTheSameVersionIsChargedOnce() {
    Accounts test = accounts(3, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    AttachmentId id = test.granted(account, 1).id();
    VersionId version = test.samples().version();
    for (int i = 0; i < 5; i++) {
      test.charge(account, id, version, 1, NOW);
    }

    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void replayChargedBeforeIsNotChargedInTheNextWindow() {
    Accounts test = accounts(1, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    AttachmentId id = test.granted(account, 1).id();
    VersionId version = test.samples().version();
    test.charge(account, id, version, 1, NOW);
    test.charge(account, id, version, 1, WINDOW_ENDS);

    assertThat(test.grant(account, 1, 1, WINDOW_ENDS)).isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void replayIsChargedEvenOverTheQuota() {
    Accounts test = accounts(1, 1_000, PLENTY);
    QuotaAccount account = test.samples().account();
    AttachmentId id = test.granted(account, 1_000).id();

    test.charge(account, id, test.samples().version(), 5_000, NOW);

    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void quarantineIsFullWhenItsBytesArePromised() {
    Accounts test = accounts(100, PLENTY, 1_000);

    assertThat(test.grant(test.samples().account(), 2, 400, NOW))
        .isEqualTo(new GrantOutcome.Granted());
    assertThat(test.grant(test.samples().account(), 1, 201, NOW))
        .isEqualTo(new GrantOutcome.QuarantineFull());
    assertThat(test.grant(test.samples().account(), 1, 200, NOW))
        .isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void quarantineShrinksToWhatArrivedAndThenToNothing() {
    Accounts test = accounts(100, PLENTY, 1_000);
    Attachment granted = test.granted(test.samples().account(), 1_000);
    assertThat(test.grant(test.samples().account(), 1, 1, NOW))
        .isEqualTo(new GrantOutcome.QuarantineFull());

    Attachment bound = granted.bind(test.samples().version(), new DataSize(600), NOW);
    test.ledger().update(bound, List.of());
    assertThat(test.grant(test.samples().account(), 1, 401, NOW))
        .isEqualTo(new GrantOutcome.QuarantineFull());
    assertThat(test.grant(test.samples().account(), 1, 400, NOW))
        .isEqualTo(new GrantOutcome.Granted());

    test.ledger().update(bound.judge(test.samples().judgement(), NOW), List.of());
    assertThat(test.grant(test.samples().account(), 1, 600, NOW))
        .isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void staleUpdatesLeaveTheReserveAlone() {
    Accounts test = accounts(100, PLENTY, 1_000);
    Attachment granted = test.granted(test.samples().account(), 1_000);
    test.ledger().update(granted.postpone(NOW), List.of());

    test.ledger().update(granted.expire(ReasonCode.NEVER_UPLOADED, NOW), List.of());

    assertThat(test.grant(test.samples().account(), 1, 1, NOW))
        .isEqualTo(new GrantOutcome.QuarantineFull());
  }

  @Test
  default void refusedGrantsChargeNothing() {
    Accounts test = accounts(2, PLENTY, 1_000);
    QuotaAccount account = test.samples().account();

    assertThat(test.grant(account, 2, 501, NOW)).isEqualTo(new GrantOutcome.QuarantineFull());
    assertThat(test.grant(account, 3, 1, NOW)).isEqualTo(exceeded());

    assertThat(test.grant(account, 2, 500, NOW)).isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  default void racingGrantsNeverExceedTheQuota() {
    Accounts test = accounts(50, PLENTY, PLENTY);
    QuotaAccount account = test.samples().account();
    List<List<Grant>> grants = test.grants(account, 10);

    long granted = test.race(grants);

    assertThat(granted).isEqualTo(50);
    assertThat(test.grant(account, 1, 1, NOW)).isEqualTo(exceeded());
  }

  @Test
  default void racingGrantsNeverExceedTheQuarantine() {
    Accounts test = accounts(1_000, PLENTY, 50);
    List<List<Grant>> grants =
        Stream.generate(() -> test.grants(test.samples().account(), 10).getFirst())
            .limit(Race.THREADS)
            .toList();

    long granted = test.race(grants);

    assertThat(granted).isEqualTo(50);
    assertThat(test.grant(test.samples().account(), 1, 1, NOW))
        .isEqualTo(new GrantOutcome.QuarantineFull());
  }

  private Accounts accounts(long quotaObjects, long quotaBytes, long quarantineBytes) {
    UploadPolicy policy = AttachmentSamples.policy(quotaObjects, quotaBytes, quarantineBytes);
    return new Accounts(policy, open(policy).ledger());
  }

  private static GrantOutcome exceeded() {
    return new GrantOutcome.QuotaExceeded(WINDOW_ENDS);
  }
}
