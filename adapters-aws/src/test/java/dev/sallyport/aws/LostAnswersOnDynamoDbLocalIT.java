package dev.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.servers.DynamoDbLocal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was applied and not answered is neither applied again nor taken for somebody else's. */
class LostAnswersOnDynamoDbLocalIT {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  private final LostAnswers http = new LostAnswers(DynamoDbFamily.Http.SHARED);
  private final UploadPolicy policy = AttachmentSamples.policy(2, 1_000, 1_000);
  private final DynamoDbFamily family =
      DynamoDbFamily.on(
          DynamoDbLocal.shared().uri(), http, TableSettings.of("t" + UUID.randomUUID()), policy);
  private final AttachmentSamples attachments = new AttachmentSamples(new Random(1));
  private final ReportSamples reports = new ReportSamples(new Random(1));

  @BeforeEach
  void loseTwo() {
    family.setup().createMissing();
    http.loseNext(2);
  }

  @AfterEach
  void twoWereLost() {
    assertThat(http.lost()).isEqualTo(2);
  }

  @Test
  void grantsAreGrantedAndChargedOnce() {
    QuotaAccount account = attachments.account();
    Attachment one = attachments.granted(account, 10, NOW);
    Attachment two = attachments.granted(account, 10, NOW);

    assertThat(grant(one)).isEqualTo(new GrantOutcome.Granted());
    assertThat(grant(two)).isEqualTo(new GrantOutcome.Granted());
    assertThat(grant(attachments.granted(account, 10, NOW)))
        .isInstanceOf(GrantOutcome.QuotaExceeded.class);
  }

  @Test
  void updatesAreUpdatedAndNotStale() {
    Attachment granted = attachments.granted(attachments.account(), 10, NOW);
    grant(granted);
    http.loseNext(2);
    Attachment next = granted.postpone(NOW);

    assertThat(family.ledger().update(next, List.of(attachments.judged(next, NOW))))
        .isEqualTo(new AttachmentLedger.UpdateOutcome.Updated());
    assertThat(family.outbox().pending(100)).hasSize(1);
  }

  @Test
  void replaysAreChargedOnce() {
    QuotaAccount account = attachments.account();
    Attachment granted = attachments.granted(account, 10, NOW);
    family
        .ledger()
        .chargeReplay(granted.id(), attachments.version(), account, granted.maxBytes(), NOW);

    assertThat(grant(granted)).isEqualTo(new GrantOutcome.Granted());
  }

  @Test
  void reportsAreCreatedAndDoNotExistAlready() {
    Report report = reports.report(NOW);

    assertThat(family.reports().create(report, reports.digest(), List.of()))
        .isEqualTo(new ReportStore.CreateOutcome.Created());
  }

  @Test
  void triageIsUpdatedAndNotStale() {
    Report report = reports.report(NOW);
    family.reports().create(report, reports.digest(), List.of());
    http.loseNext(2);
    Report next = reports.triaged(report, List.of(reports.subject()));

    assertThat(family.reports().update(next, List.of()))
        .isEqualTo(new ReportStore.UpdateOutcome.Updated());
  }

  @Test
  void formsAreReplacedAndNotStale() {
    ReportForm form =
        ReportForm.EMPTY.replacedBy(List.of(new FieldDefinition.Text("t", 1, Optional.empty())));

    assertThat(family.form().replace(form)).isTrue();
  }

  private GrantOutcome grant(Attachment attachment) {
    return family.ledger().grant(new Grant(attachment.account(), List.of(attachment), policy), NOW);
  }
}
