package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.LinkOutcome;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.report.ReportStoreContract.Opened;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a report store keeps of duplicates: each leads to another report, and never in circles. */
public interface DuplicateContract {
  /** When these reports are received. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Opens the store of a deployment, empty; the same one within a test. */
  Opened open();

  @Test
  default void aDuplicateLeadsToItsOriginalUntilItIsNone() {
    ReportSamples samples = new ReportSamples(new Random(11));
    Opened opened = open();
    Report original = created(opened, samples);
    Report duplicate = duplicate(created(opened, samples), original.id());
    DomainEvent event = samples.changed(duplicate);

    assertThat(opened.store().updateAsDuplicate(duplicate, List.of(event)))
        .isEqualTo(new LinkOutcome.Linked());

    assertThat(opened.store().find(duplicate.id())).contains(duplicate);
    assertThat(opened.outbox().pending(100)).containsExactly(event);
    Report again = duplicate.triaged(Triage.Change.to(ReportStatus.NEW));
    assertThat(opened.store().update(again, List.of())).isEqualTo(new UpdateOutcome.Updated());
    assertThat(opened.store().find(again.id())).contains(again);
  }

  @Test
  default void anOriginalExistsAndIsNoDuplicate() {
    ReportSamples samples = new ReportSamples(new Random(12));
    Opened opened = open();
    Report original = created(opened, samples);
    Report duplicate = duplicate(created(opened, samples), original.id());
    opened.store().updateAsDuplicate(duplicate, List.of());
    Report third = created(opened, samples);

    for (ReportId none : List.of(duplicate.id(), new ReportId(new UUID(7, 7)))) {
      Report wanted = duplicate(third, none);
      assertThat(opened.store().updateAsDuplicate(wanted, List.of(samples.changed(wanted))))
          .isEqualTo(new LinkOutcome.NoOriginal());
    }
    assertThat(opened.store().updateAsDuplicate(duplicate(original, duplicate.id()), List.of()))
        .isEqualTo(new LinkOutcome.NoOriginal());

    assertThat(opened.store().find(third.id())).contains(third);
    assertThat(opened.store().find(original.id())).contains(original);
    assertThat(opened.outbox().pending(100)).isEmpty();
  }

  @Test
  default void aStaleDuplicateIsNotStored() {
    ReportSamples samples = new ReportSamples(new Random(13));
    Opened opened = open();
    Report original = created(opened, samples);
    Report report = created(opened, samples);
    Report triaged = samples.triaged(report, List.of(samples.subject()));
    opened.store().update(triaged, List.of());

    assertThat(opened.store().updateAsDuplicate(duplicate(report, original.id()), List.of()))
        .isEqualTo(new LinkOutcome.Stale());
    assertThatThrownBy(() ->
            opened
                .store()
                .updateAsDuplicate(
                    triaged.triaged(Triage.Change.to(ReportStatus.RESOLVED)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(opened.store().find(report.id())).contains(triaged);
  }

  @Test
  default void racingDuplicatesOfOneAnotherMakeNoCircle() {
    ReportSamples samples = new ReportSamples(new Random(14));
    Opened opened = open();
    int linked = 0;
    for (int round = 0; round < 5; round++) {
      List<Report> ring = new ArrayList<>();
      for (int i = 0; i < Race.THREADS; i++) {
        ring.add(created(opened, samples));
      }

      List<Optional<LinkOutcome>> outcomes =
          Race.run(n -> linked(opened.store(), ring.get(n), ring.get((n + 1) % Race.THREADS)));

      for (int n = 0; n < Race.THREADS; n++) {
        if (outcomes.get(n).equals(Optional.of(new LinkOutcome.Linked()))) {
          linked++;
          assertThat(opened.store().find(ring.get(n).id()))
              .hasValueSatisfying(report -> assertThat(report.triage().duplicateOf()).isPresent());
        }
      }
      ring.forEach(report -> assertEnds(opened.store(), report.id()));
    }
    assertThat(linked).isPositive();
  }

  /** Nothing where everybody was in everybody's way for too long, so that nobody knows. */
  private static Optional<LinkOutcome> linked(ReportStore store, Report report, Report next) {
    try {
      return Optional.of(store.updateAsDuplicate(duplicate(report, next.id()), List.of()));
    } catch (OutcomeUnknownException | PortUnavailableException inTheWay) {
      return Optional.empty();
    }
  }

  private static void assertEnds(ReportStore store, ReportId begin) {
    Set<ReportId> seen = new HashSet<>();
    Optional<ReportId> here = Optional.of(begin);
    while (here.isPresent()) {
      assertThat(seen.add(here.get())).as("comes back to %s", here.get()).isTrue();
      here = store.find(here.get()).flatMap(report -> report.triage().duplicateOf());
    }
  }

  private static Report created(Opened opened, ReportSamples samples) {
    Report report = samples.report(samples.submission(samples.clientId(), List.of()), NOW);
    opened.store().create(report, samples.digest(), List.of());
    return report;
  }

  private static Report duplicate(Report report, ReportId original) {
    return report.triaged(
        new Triage.Change(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Optional.of(original))));
  }
}
