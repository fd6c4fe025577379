package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.report.port.ReportStore.CreateOutcome;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.report.ReportStoreContract.Opened;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report store keeps when several want the same at once: one of them has it. */
public interface ReportRaceContract {
  /** When these reports are received. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Opens the store of a deployment, empty; the same one within a test. */
  Opened open();

  @Test
  default void racingCreatesOfOneClientIdHaveOneWinner() {
    ReportSamples samples = new ReportSamples(new Random(43));
    Opened opened = open();
    for (int round = 0; round < 20; round++) {
      ClientReportId clientId = samples.clientId();
      List<Report> reports =
          Stream.generate(() -> samples.report(samples.submission(clientId, List.of()), NOW))
              .limit(Race.THREADS)
              .toList();
      List<Sha256> bodies = Stream.generate(samples::digest).limit(Race.THREADS).toList();

      List<CreateOutcome> outcomes =
          Race.run(n -> opened.store().create(reports.get(n), bodies.get(n), List.of()));

      assertThat(outcomes).containsOnlyOnce(new CreateOutcome.Created());
      int winner = outcomes.indexOf(new CreateOutcome.Created());
      Accepted first = new Accepted(reports.get(winner), bodies.get(winner));
      assertThat(outcomes)
          .containsOnly(new CreateOutcome.Created(), new CreateOutcome.Exists(first));
    }
  }

  @Test
  default void racingClaimsOfOneAttachmentHaveOneWinner() {
    ReportSamples samples = new ReportSamples(new Random(43));
    Opened opened = open();
    List<AttachmentId> ids =
        List.of(new AttachmentId(UUID.fromString("00000000-0000-4000-8000-000000000001")));
    List<Sha256> bodies = Stream.generate(samples::digest).limit(Race.THREADS).toList();
    List<Report> reports =
        Stream.generate(() -> samples.report(samples.submission(samples.clientId(), ids), NOW))
            .limit(Race.THREADS)
            .toList();

    List<CreateOutcome> outcomes =
        Race.run(n -> opened.store().create(reports.get(n), bodies.get(n), List.of()));

    assertThat(outcomes)
        .containsOnlyOnce(new CreateOutcome.Created())
        .containsOnly(
            new CreateOutcome.Created(), new CreateOutcome.AttachmentsTaken(Set.copyOf(ids)));
  }

  @Test
  default void racingUpdatesOfOneVersionHaveOneWinner() {
    ReportSamples samples = new ReportSamples(new Random(43));
    Opened opened = open();
    Report first = samples.report(NOW);
    opened.store().create(first, samples.digest(), List.of());
    List<Report> wanted =
        Stream.generate(() -> samples.triaged(first, List.of(samples.subject())))
            .limit(Race.THREADS)
            .toList();
    List<DomainEvent> events = wanted.stream().map(samples::changed).toList();

    List<UpdateOutcome> outcomes =
        Race.run(n -> opened.store().update(wanted.get(n), List.of(events.get(n))));

    assertThat(outcomes).containsOnlyOnce(new UpdateOutcome.Updated());
    int winner = outcomes.indexOf(new UpdateOutcome.Updated());
    assertThat(opened.store().find(first.id())).contains(wanted.get(winner));
    assertThat(opened.outbox().pending(100)).containsExactly(events.get(winner));
  }
}
