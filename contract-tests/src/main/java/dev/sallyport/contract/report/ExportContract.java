package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Export.State;
import dev.sallyport.domain.report.ExportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever keeps exports keeps: one step after the other, and what is left to do. */
public interface ExportContract {
  /** When exports are asked for. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Opens the store of a deployment, empty; the same one within a test. */
  ExportStore open();

  private static Export export(int number) {
    return new Export(
        new ExportId(new UUID(7, number)),
        new Subject("jane"),
        number == 1 ? Optional.of(ReportStatus.NEW) : Optional.empty(),
        number == 2 ? Optional.of(Severity.LOW) : Optional.empty(),
        number == 3 ? Optional.of(new Subject("joe")) : Optional.empty(),
        NOW.plusSeconds(number),
        new State.Running(),
        1);
  }

  @Test
  default void everyRevisionIsKeptAndOnlyTheNextOne() {
    ExportStore store = open();
    for (int number = 0; number < 4; number++) {
      Export first = export(number);
      assertThat(store.find(first.id())).isEmpty();
      assertThat(store.create(first)).isTrue();
      assertThat(store.create(first)).isFalse();
      assertThat(store.find(first.id())).contains(first);
      Export done = first.written(NOW, number, number > 1);
      assertThat(store.replace(done.expired())).isFalse();
      assertThat(store.replace(done)).isTrue();
      assertThat(store.replace(done)).isFalse();
      assertThat(store.find(first.id())).contains(done);
    }
    assertThat(store.replace(export(9).written(NOW, 0, true))).isFalse();
  }

  @Test
  default void whatIsToBeWrittenAndWhatIsToBeRemovedIsListed() {
    ExportStore store = open();
    List.of(2, 0, 1).forEach(number -> store.create(export(number)));
    assertThat(store.running(100)).containsExactly(export(0), export(1), export(2));
    assertThat(store.running(2)).containsExactly(export(0), export(1));
    Export done = export(1).written(NOW, 5, true);
    store.replace(done);
    assertThat(store.running(100)).containsExactly(export(0), export(2));
    assertThat(store.done(100)).containsExactly(done);
    store.replace(done.expired());
    assertThat(store.running(100)).containsExactly(export(0), export(2));
    assertThat(store.done(100)).isEmpty();
    assertThat(store.find(done.id())).contains(done.expired());
  }

  @Test
  default void ofManyWhoWriteOneGoesOn() {
    ExportStore store = open();
    store.create(export(0));
    List<Boolean> replaced = Race.run(n -> store.replace(export(0).written(NOW, n, true)));
    assertThat(replaced).containsOnlyOnce(true);
  }
}
