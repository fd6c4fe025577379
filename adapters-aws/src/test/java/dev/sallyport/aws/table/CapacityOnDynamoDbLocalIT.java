package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.aws.RandomIds;
import dev.sallyport.aws.table.CapacityMeter.Units;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.servers.DynamoDbLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What operations read and write, so that a change that makes one dearer is seen.
 *
 * <p>A consistent read costs a unit for each four kilobytes begun, any other half of that, and in
 * AWS an empty query as much as one of an item (here nothing). An item of a transaction costs two
 * units for each kilobyte begun, an index entry that it adds, moves or removes one or two more (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">units</a>).
 */
class CapacityOnDynamoDbLocalIT {
  private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  private final CapacityMeter meter = new CapacityMeter();
  private final AttachmentSamples attachments = new AttachmentSamples(new Random(1));
  private final ReportSamples reports = new ReportSamples(new Random(1));
  private final UploadPolicy policy = UploadPolicy.defaults();
  private final MeteredFamily family =
      DaggerMeteredFamily.factory()
          .create(
              new TestTables(
                      UrlConnectionHttpClient.create(),
                      DynamoDbLocal.shared().uri(),
                      Duration.ofSeconds(20),
                      meter)
                  .clients(),
              new RandomIds(),
              TableSettings.of("t" + UUID.randomUUID()),
              policy);

  @BeforeEach
  void createTables() {
    family.setup().createMissing();
  }

  @Test
  void aGrantWritesEveryAttachmentAndTwoCounters() {
    assertThat(meter.of(() -> grant(1))).isEqualTo(new Units(0, 3));
    assertThat(meter.of(() -> grant(40))).isEqualTo(new Units(0, 42));
  }

  @Test
  void anUpdateReadsOneItemAndWritesItTheReserveAndItsEvents() {
    Attachment granted = grant(1);
    Attachment bound = granted.bind(attachments.version(), new DataSize(10), NOW);
    Attachment judged = bound.judge(attachments.judgement(), NOW);

    assertThat(meter.of(() -> family.ledger().update(bound, List.of()))).isEqualTo(new Units(1, 2));
    List<DomainEvent> event = List.of(attachments.judged(judged, NOW));
    assertThat(meter.of(() -> family.ledger().update(judged, event))).isEqualTo(new Units(1, 3));
  }

  @Test
  void aReportWritesItselfItsClientIdItsClaimsAndAnEvent() {
    Report report = report(3);

    assertThat(meter.of(() -> create(report))).isEqualTo(new Units(0, 6));
    Report next = reports.triaged(report, List.of(reports.subject()));
    assertThat(meter.of(() -> family.reports().update(next, List.of(reports.changed(next)))))
        .isEqualTo(new Units(0, 2));
  }

  @Test
  void aListReadsEveryShardOfAnIndexAndTheReportsThatItShows() {
    for (int i = 0; i < 60; i++) {
      create(report(0));
    }
    ReportFilter all = new ReportFilter.All();
    Await.untilAsserted(
        () -> assertThat(family.reports().list(all, 50, Optional.empty()).items()).hasSize(50));

    assertThat(meter.of(() -> family.reports().list(all, 50, Optional.empty())))
        .isEqualTo(new Units(54, 0));
    assertThat(meter.of(() -> family.ledger().listDue(NOW, 100, Optional.empty())))
        .isEqualTo(new Units(0, 0));
  }

  @Test
  void anEmptyOutboxIsReadOnceForEachShard() {
    assertThat(meter.of(() -> family.outbox().pending(100))).isEqualTo(new Units(0, 0));
    create(report(0));
    List<DomainEvent> pending = family.outbox().pending(100);
    assertThat(meter.of(() -> family.outbox().acknowledge(pending))).isEqualTo(new Units(0, 1));
  }

  private Attachment grant(int count) {
    QuotaAccount account = attachments.account();
    List<Attachment> granted =
        Stream.generate(() -> attachments.granted(account, 1_000, NOW)).limit(count).toList();
    family.ledger().grant(new Grant(account, granted, policy), NOW);
    return granted.getFirst();
  }

  private Report report(int claims) {
    return reports.report(
        reports.submission(
            reports.clientId(), Stream.generate(attachments::id).limit(claims).toList()),
        NOW);
  }

  private void create(Report report) {
    family.reports().create(report, reports.digest(), List.of(reports.submitted(report)));
  }
}
