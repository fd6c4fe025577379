package dev.sallyport.contract.migration;

import static dev.sallyport.contract.migration.MigrationSamples.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.migration.port.MigrationLease.AcquireOutcome;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.MigrationLedger.SchemaInformation;
import dev.sallyport.application.migration.port.MigrationLedger.WriteOutcome;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every ledger of migrations must keep. */
public interface MigrationLedgerContract {
  /** Some time. */
  Instant NOW = Instant.parse("2026-11-21T12:00:00.000000001Z");

  /** Opens the stores of a new deployment. */
  MigrationStores stores();

  @Test
  default void everyRevisionOfARunComesBackAsItWasWritten() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    MigrationLedger ledger = stores.ledger();
    assertThat(ledger.information()).isEqualTo(new SchemaInformation(0, Optional.empty()));
    MigrationRun begun = begun(1);
    MigrationRun onTheWay = begun.advanced("p0049", 50);
    MigrationRun stepped = onTheWay.stepDone(3);

    for (MigrationRun run : List.of(begun, onTheWay, stepped, stepped.succeeded(NOW))) {
      assertThat(ledger.write(run, token)).isEqualTo(new WriteOutcome.Written());
      assertThat(ledger.runs(10, Optional.empty()).items()).containsExactly(run);
    }
    assertThat(ledger.information()).isEqualTo(new SchemaInformation(1, Optional.of(1L)));
    MigrationRun failed = begun(2).failed(NOW, "why");
    ledger.write(begun(2), token);
    ledger.write(failed, token);
    MigrationRun retried = failed.retried(3, ANN, NOW);
    ledger.write(retried, token);
    MigrationRun repaired = retried.repaired(4, retried.checksum(), ANN, NOW);
    ledger.write(repaired, token);

    assertThat(ledger.runs(10, Optional.empty()).items())
        .containsExactly(stepped.succeeded(NOW), failed, retried, repaired);
    assertThat(ledger.information()).isEqualTo(new SchemaInformation(4, Optional.of(1L)));
  }

  @Test
  default void entriesAreAppendedInOrderAndNeverChangeAfterTheirEnd() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    MigrationLedger ledger = stores.ledger();
    MigrationRun begun = begun(1);

    assertThat(ledger.write(begun(2), token)).isEqualTo(new WriteOutcome.Stale());
    assertThat(ledger.write(begun.stepDone(0), token)).isEqualTo(new WriteOutcome.Stale());
    ledger.write(begun, token);
    assertThat(ledger.write(begun, token)).isEqualTo(new WriteOutcome.Stale());
    assertThat(ledger.write(begun.stepDone(0).succeeded(NOW), token))
        .isEqualTo(new WriteOutcome.Stale());
    ledger.write(begun.succeeded(NOW), token);
    assertThat(ledger.write(begun.failed(NOW, "no"), token)).isEqualTo(new WriteOutcome.Stale());
    assertThat(ledger.write(begun.stepDone(0).failed(NOW, "no"), token))
        .isEqualTo(new WriteOutcome.Stale());

    assertThat(ledger.runs(10, Optional.empty()).items()).containsExactly(begun.succeeded(NOW));
  }

  @Test
  default void whoeverHasLostTheLeaseWritesNothing() {
    MigrationStores stores = stores();
    FencingToken first = token(stores);
    MigrationLedger ledger = stores.ledger();
    ledger.write(begun(1), first);
    stores.clock().advance(Duration.ofMinutes(2));
    FencingToken second = token(stores);

    MigrationRun next = begun(1).stepDone(7);
    assertThat(ledger.write(next, first)).isEqualTo(new WriteOutcome.Overtaken());
    assertThat(ledger.write(begun(2), first)).isEqualTo(new WriteOutcome.Overtaken());
    assertThat(ledger.runs(10, Optional.empty()).items()).containsExactly(begun(1));
    assertThat(ledger.write(next, second)).isEqualTo(new WriteOutcome.Written());
    stores.lease().release(second);
    assertThat(ledger.write(next.succeeded(NOW), second)).isEqualTo(new WriteOutcome.Overtaken());
  }

  @Test
  default void ofRacingWritesOneIsStored() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    MigrationLedger ledger = stores.ledger();
    ledger.write(begun(1), token);

    List<WriteOutcome> outcomes = Race.run(n -> ledger.write(begun(1).stepDone(n), token));

    assertThat(outcomes).containsOnlyOnce(new WriteOutcome.Written());
    int winner = outcomes.indexOf(new WriteOutcome.Written());
    assertThat(ledger.runs(1, Optional.empty()).items()).containsExactly(begun(1).stepDone(winner));
  }

  @Test
  default void runsAreListedInTheirOrderOverAllPages() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    MigrationLedger ledger = stores.ledger();
    List<MigrationRun> all = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      ledger.write(begun(number), token);
      all.add(begun(number));
    }
    for (int limit : new int[] {1, 5, 12, 100}) {
      assertThat(Pages.all(limit, page -> ledger.runs(limit, page))).isEqualTo(all);
    }
    for (int limit : new int[] {0, 101}) {
      assertThatThrownBy(() -> ledger.runs(limit, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ledger.runs(1, Optional.of(new PageToken("nonsense"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MigrationRun begun(long number) {
    return MigrationRun.begun(number, MigrationSamples.ADD_BIO, Direction.UP, ANN, NOW);
  }

  private static FencingToken token(MigrationStores stores) {
    return switch (stores.lease().acquire(ANN, Duration.ofMinutes(1))) {
      case AcquireOutcome.Acquired(FencingToken token) -> token;
      case AcquireOutcome.Held _ -> throw new AssertionError("the lease is free");
    };
  }
}
