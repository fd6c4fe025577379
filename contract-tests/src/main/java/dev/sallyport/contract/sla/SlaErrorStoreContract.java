package dev.sallyport.contract.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.application.sla.port.SlaErrorStore.AcceptOutcome;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.LateFile;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store keeps of SLA errors. */
public interface SlaErrorStoreContract {
  /** When these tests happen. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Where these files wait. */
  Folder FOLDER = new Folder("/in/A");

  /** Opens an empty store. */
  SlaErrorStore open();

  @Test
  default void findReturnsWhatWasAccepted() {
    SlaErrorStore store = open();
    SlaSamples samples = new SlaSamples(1);
    for (int i = 0; i < 30; i++) {
      SlaError error = samples.error(FOLDER, NOW.plusMillis(i));

      assertThat(store.find(error.id(), NOW)).isEmpty();
      assertThat(store.accept(error)).isEqualTo(new AcceptOutcome.Accepted());
      assertThat(store.find(error.id(), NOW)).contains(error);
    }
  }

  @Test
  default void whatIsRepeatedKeepsItsFirstAffectedDate() {
    SlaErrorStore store = open();
    SlaBreach breach = new SlaSamples(2).breach(FOLDER);
    SlaError first = SlaError.accepted(breach, NOW, SlaPolicy.defaults());
    SlaError again = SlaError.accepted(breach, NOW.plusSeconds(60), SlaPolicy.defaults());
    store.accept(first);

    assertThat(store.accept(again)).isEqualTo(new AcceptOutcome.Repeated());
    assertThat(store.accept(first)).isEqualTo(new AcceptOutcome.Repeated());
    assertThat(store.find(first.id(), NOW)).contains(first);
  }

  @Test
  default void ofThoseThatRaceOneIsAccepted() {
    SlaErrorStore store = open();
    SlaBreach breach = new SlaSamples(3).breach(FOLDER);

    List<AcceptOutcome> outcomes =
        Race.run(
            n -> store.accept(SlaError.accepted(breach, NOW.plusMillis(n), SlaPolicy.defaults())));

    assertThat(outcomes).containsOnlyOnce(new AcceptOutcome.Accepted());
    int winner = outcomes.indexOf(new AcceptOutcome.Accepted());
    assertThat(store.find(breach.id(), NOW).map(SlaError::affectedDate))
        .contains(NOW.plusMillis(winner));
  }

  @Test
  default void whatHasExpiredIsNotThereThoughNobodyDeletedIt() {
    SlaErrorStore store = open();
    SlaError error = new SlaSamples(4).error(FOLDER, NOW);
    store.accept(error);
    Instant last = error.expiresAt().minusNanos(1);
    LocalDate day = LocalDate.parse("2026-11-21");
    SlaErrorQuery inFolder = new SlaErrorQuery.InFolder(FOLDER, NOW, NOW.plusSeconds(1));
    for (SlaErrorQuery query : List.of(inFolder, new SlaErrorQuery.OnDay(day))) {
      Await.untilAsserted(() ->
          assertThat(Pages.all(10, page -> store.list(query, last, 10, page)))
              .containsExactly(error));
      assertThat(Pages.all(10, page -> store.list(query, error.expiresAt(), 10, page))).isEmpty();
    }
    assertThat(store.find(error.id(), last)).contains(error);
    assertThat(store.find(error.id(), error.expiresAt())).isEmpty();
  }

  @Test
  default void whatHasExpiredIsAcceptedAnew() {
    SlaErrorStore store = open();
    SlaError error = new SlaSamples(5).error(FOLDER, NOW);
    store.accept(error);
    Instant later = error.expiresAt();
    SlaError anew = SlaError.accepted(error.breach(), later, SlaPolicy.defaults());

    assertThat(store.accept(anew)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.find(error.id(), later)).contains(anew);
    SlaErrorQuery all = new SlaErrorQuery.InFolder(FOLDER, NOW, later.plusSeconds(1));
    Await.untilAsserted(() ->
        assertThat(Pages.all(10, page -> store.list(all, later, 10, page))).containsExactly(anew));
  }

  @Test
  default void largestErrorIsTaken() {
    SlaErrorStore store = open();
    String name = "\u20ac".repeat(LateFile.MAX_NAME - 3);
    List<LateFile> files =
        IntStream.range(0, SlaBreach.MAX_FILES)
            .mapToObj(n -> new LateFile(name + (n + 100), NOW.plusNanos(1)))
            .toList();
    Folder folder = new Folder("\u20ac".repeat(Folder.MAX_LENGTH));
    SlaBreach breach = new SlaBreach(folder, SlaBreach.MAX_SLA_MINUTES, files);
    SlaError largest = SlaError.accepted(breach, NOW, SlaPolicy.defaults());

    assertThat(store.accept(largest)).isEqualTo(new AcceptOutcome.Accepted());
    assertThat(store.find(largest.id(), NOW)).contains(largest);
  }
}
