package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.report.port.ReportStore.CreateOutcome;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report store keeps of reports, their versions and their claims. */
public interface ReportStoreContract {
  /** When these reports are received. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Opens the store of a deployment, empty; the same one within a test. */
  Opened open();

  /**
   * A store and where its events go.
   *
   * @param store empty
   * @param outbox empty
   */
  record Opened(ReportStore store, Outbox outbox) {}

  @Test
  default void findReturnsWhatWasCreated() {
    ReportSamples samples = samples();
    ReportStore store = open().store();
    for (int i = 0; i < 50; i++) {
      Report report = samples.report(NOW.plusMillis(i));
      Sha256 body = samples.digest();

      assertThat(store.create(report, body, List.of())).isEqualTo(new CreateOutcome.Created());

      assertThat(store.find(report.id())).contains(report);
      assertThat(store.findByClientReportId(report.submission().clientReportId()))
          .contains(new Accepted(report, body));
    }
  }

  @Test
  default void findReturnsNothingForUnknownIds() {
    ReportSamples samples = samples();
    ReportStore store = open().store();

    assertThat(store.find(samples.report(NOW).id())).isEmpty();
    assertThat(store.findByClientReportId(samples.clientId())).isEmpty();
  }

  @Test
  default void createTellsOfTheFirstWhenTheClientIdExists() {
    ReportSamples samples = samples();
    Opened opened = open();
    Report first = samples.report(NOW);
    Sha256 body = samples.digest();
    create(opened, first, body);
    Submission again = samples.submission(first.submission().clientReportId(), attachments(1));
    Report second = samples.report(again, NOW.plusSeconds(1));

    CreateOutcome outcome =
        opened.store().create(second, samples.digest(), List.of(samples.submitted(second)));

    assertThat(outcome).isEqualTo(new CreateOutcome.Exists(new Accepted(first, body)));
    assertThat(opened.store().find(second.id())).isEmpty();
    assertThat(opened.outbox().pending(100)).isEmpty();
    // What the second one wanted to claim is free for another.
    Report third = samples.report(samples.submission(samples.clientId(), attachments(1)), NOW);
    create(opened, third, body);
  }

  @Test
  default void createTellsOfTheFirstAsItIsNow() {
    ReportSamples samples = samples();
    Opened opened = open();
    Report first = samples.report(samples.submission(samples.clientId(), attachments(2)), NOW);
    Sha256 body = samples.digest();
    create(opened, first, body);
    Report triaged = samples.triaged(first, List.of(samples.subject()));
    opened.store().update(triaged, List.of());

    assertThat(opened.store().create(first, body, List.of()))
        .isEqualTo(new CreateOutcome.Exists(new Accepted(triaged, body)));
    assertThat(opened.store().findByClientReportId(first.submission().clientReportId()))
        .contains(new Accepted(triaged, body));
  }

  @Test
  default void createNamesTheAttachmentsThatAreTakenAndStoresNothing() {
    ReportSamples samples = samples();
    Opened opened = open();
    List<AttachmentId> ids = attachments(6);
    create(
        opened,
        samples.report(samples.submission(samples.clientId(), ids.subList(0, 3)), NOW),
        samples.digest());
    Report second = samples.report(samples.submission(samples.clientId(), ids.subList(1, 6)), NOW);

    CreateOutcome outcome =
        opened.store().create(second, samples.digest(), List.of(samples.submitted(second)));

    assertThat(outcome)
        .isEqualTo(new CreateOutcome.AttachmentsTaken(Set.copyOf(ids.subList(1, 3))));
    assertThat(opened.store().find(second.id())).isEmpty();
    assertThat(opened.store().findByClientReportId(second.submission().clientReportId())).isEmpty();
    assertThat(opened.outbox().pending(100)).isEmpty();
    create(
        opened,
        samples.report(samples.submission(samples.clientId(), ids.subList(3, 6)), NOW),
        samples.digest());
  }

  @Test
  default void createTakesAsManyAttachmentsAsAReportMayHave() {
    ReportSamples samples = samples();
    List<AttachmentId> ids = attachments(Submission.MAX_ATTACHMENTS);
    Report report = samples.report(samples.submission(samples.clientId(), ids), NOW);
    List<DomainEvent> events =
        Stream.generate(() -> samples.submitted(report))
            .limit(Outbox.MAX_EVENTS_PER_CHANGE)
            .toList();

    assertThat(open().store().create(report, samples.digest(), events))
        .isEqualTo(new CreateOutcome.Created());
  }

  @Test
  default void createRefusesWhatNoDomainMethodMakes() {
    ReportSamples samples = samples();
    Opened opened = open();
    Report first = samples.report(NOW);
    create(opened, first, samples.digest());
    Report sameId = Report.submitted(first.id(), samples.submission(), NOW);
    Report later = samples.triaged(samples.report(NOW), List.of(samples.subject()));
    Report noisy = samples.report(NOW);
    List<DomainEvent> noise =
        Stream.generate(() -> samples.submitted(noisy))
            .limit(Outbox.MAX_EVENTS_PER_CHANGE + 1)
            .toList();

    refuses(opened.store(), sameId, List.of());
    refuses(opened.store(), later, List.of());
    refuses(opened.store(), noisy, noise);

    assertThat(opened.store().find(first.id())).contains(first);
    assertThat(opened.store().find(noisy.id())).isEmpty();
  }

  @Test
  default void createTakesTextsUpToTheLimitAndRefusesMore() {
    ReportSamples samples = samples();
    ReportStore store = open().store();
    // A hundred remarks of characters that take three bytes each, and a title of one byte.
    int characters = ReportStore.MAX_TEXT_BYTES / (3 * 100);
    Report largest = samples.report(bulky(samples, characters), NOW);
    Report larger = samples.report(bulky(samples, characters + 1), NOW);

    assertThat(store.create(largest, samples.digest(), List.of()))
        .isEqualTo(new CreateOutcome.Created());
    refuses(store, larger, List.of());
    assertThat(store.find(largest.id())).contains(largest);
    assertThat(store.find(larger.id())).isEmpty();
  }

  @Test
  default void updateStoresTheNextVersion() {
    ReportSamples samples = samples();
    Opened opened = open();
    Report current = samples.report(NOW);
    create(opened, current, samples.digest());
    for (int i = 0; i < 20; i++) {
      Report next = samples.triaged(current, List.of(samples.subject()));

      assertThat(opened.store().update(next, List.of())).isEqualTo(new UpdateOutcome.Updated());
      assertThat(opened.store().find(next.id())).contains(next);
      current = next;
    }
  }

  @Test
  default void updateIsStaleUnlessTheVersionBeforeIsStored() {
    ReportSamples samples = samples();
    Opened opened = open();
    Report first = samples.report(NOW);
    Report second = samples.triaged(first, List.of(samples.subject()));
    Report third = samples.triaged(second, List.of(samples.subject()));
    List<DomainEvent> events = List.of(samples.changed(second));

    assertThat(opened.store().update(second, events)).isEqualTo(new UpdateOutcome.Stale());
    create(opened, first, samples.digest());
    assertThat(opened.store().update(third, events)).isEqualTo(new UpdateOutcome.Stale());
    assertThat(opened.store().update(second, List.of())).isEqualTo(new UpdateOutcome.Updated());
    assertThat(opened.store().update(second, events)).isEqualTo(new UpdateOutcome.Stale());
    assertThat(opened.store().update(first, events)).isEqualTo(new UpdateOutcome.Stale());

    assertThat(opened.store().find(first.id())).contains(second);
    assertThat(opened.outbox().pending(100)).isEmpty();
  }

  private static void create(Opened opened, Report report, Sha256 body) {
    assertThat(opened.store().create(report, body, List.of()))
        .isEqualTo(new CreateOutcome.Created());
  }

  private static void refuses(ReportStore store, Report report, List<DomainEvent> events) {
    assertThatThrownBy(() -> store.create(report, bodyOf(1), events))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Sha256 bodyOf(int n) {
    return Sha256.of(new byte[] {(byte) n});
  }

  private static Submission bulky(ReportSamples samples, int characters) {
    Submission plain = samples.submission();
    String remark = "\u20ac".repeat(characters);
    return new Submission(
        plain.clientReportId(),
        "t",
        "",
        plain.severity(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        Collections.nCopies(100, remark),
        List.of());
  }

  private static List<AttachmentId> attachments(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new AttachmentId(new UUID(0x4000L, 0x8000_0000_0000_0000L | n)))
        .toList();
  }

  private static ReportSamples samples() {
    return new ReportSamples(new Random(42));
  }
}
