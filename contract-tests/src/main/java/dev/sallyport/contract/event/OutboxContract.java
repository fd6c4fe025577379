package dev.sallyport.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an outbox keeps together with the stores that fill it. */
public interface OutboxContract {
  /** When these changes happen. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Opens the stores of a deployment with the default upload policy, empty. */
  Opened open();

  /**
   * An outbox and those who fill it.
   *
   * @param ledger empty
   * @param reports empty
   * @param outbox empty
   */
  record Opened(AttachmentLedger ledger, ReportStore reports, Outbox outbox) {}

  @Test
  default void everyKindOfEventComesBackAsItWasStored() {
    Opened opened = open();
    List<DomainEvent> events = new ArrayList<>();
    events.addAll(judge(opened, 1));
    events.addAll(submitAndTriage(opened, 2));

    Await.untilAsserted(
        () -> assertThat(opened.outbox().pending(100)).containsExactlyInAnyOrderElementsOf(events));
  }

  @Test
  default void pendingEventsStayUntilTheyAreAcknowledged() {
    Opened opened = open();
    List<DomainEvent> events = submitAndTriage(opened, 3);
    Await.untilAsserted(() -> assertThat(opened.outbox().pending(100)).hasSize(2));

    opened.outbox().acknowledge(List.of(events.getFirst()));

    Await.untilAsserted(
        () -> assertThat(opened.outbox().pending(100)).containsExactly(events.getLast()));
  }

  @Test
  default void acknowledgingUnknownOrNoEventsIsFine() {
    Opened opened = open();
    List<DomainEvent> events = submitAndTriage(opened, 4);

    opened.outbox().acknowledge(List.of());
    opened
        .outbox()
        .acknowledge(
            List.of(
                new DomainEvent.ReportSubmitted(
                    new EventId(new UUID(1, 2)), NOW, new ReportId(new UUID(3, 4)))));

    Await.untilAsserted(
        () -> assertThat(opened.outbox().pending(100)).containsExactlyInAnyOrderElementsOf(events));
  }

  @Test
  default void pendingReturnsAtMostTheLimitAndTheOldestFirst() {
    Opened opened = open();
    List<DomainEvent> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.addAll(submitAndTriage(opened, 10 + i));
    }
    Await.untilAsserted(() -> assertThat(opened.outbox().pending(100)).hasSize(10));

    assertThat(opened.outbox().pending(3)).hasSize(3);
    opened.outbox().acknowledge(events.subList(0, 8));
    Await.untilAsserted(() ->
        assertThat(opened.outbox().pending(3))
            .containsExactlyInAnyOrderElementsOf(events.subList(8, 10)));
  }

  @Test
  default void limitsOutOfRangeAreRefused() {
    Outbox outbox = open().outbox();

    assertThatThrownBy(() -> outbox.pending(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> outbox.pending(101)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void relaysThatRaceWithStoresLoseNoEvent() {
    Opened opened = open();
    List<List<DomainEvent>> seen =
        Race.run(n -> {
          List<DomainEvent> stored = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            stored.addAll(submitAndTriage(opened, 1_000 + 100 * n + i));
          }
          return stored;
        });
    List<DomainEvent> stored = seen.stream().flatMap(List::stream).toList();

    List<DomainEvent> relayed = new ArrayList<>();
    Await.untilAsserted(() -> {
      List<DomainEvent> some = opened.outbox().pending(25);
      relayed.addAll(some);
      opened.outbox().acknowledge(some);
      assertThat(relayed).containsAll(stored);
    });
    assertThat(stored).containsAll(relayed);
  }

  private static List<DomainEvent> judge(Opened opened, long seed) {
    AttachmentSamples samples = new AttachmentSamples(new Random(seed));
    QuotaAccount account = samples.account();
    Attachment granted = samples.granted(account, 10, NOW);
    opened.ledger().grant(new Grant(account, List.of(granted), UploadPolicy.defaults()), NOW);
    Attachment next = granted.postpone(NOW);
    DomainEvent event = samples.judged(next, NOW);
    opened.ledger().update(next, List.of(event));
    return List.of(event);
  }

  private static List<DomainEvent> submitAndTriage(Opened opened, long seed) {
    ReportSamples samples = new ReportSamples(new Random(seed));
    Report report = samples.report(NOW.plusMillis(seed));
    DomainEvent submitted = samples.submitted(report);
    opened.reports().create(report, samples.digest(), List.of(submitted));
    Report next = samples.triaged(report, List.of(samples.subject()));
    DomainEvent changed = samples.changed(next);
    opened.reports().update(next, List.of(changed));
    return List.of(submitted, changed);
  }
}
