package dev.sallyport.contract.migration;

import static dev.sallyport.contract.migration.MigrationSamples.ADD_BIO;
import static dev.sallyport.contract.migration.MigrationSamples.ANN;
import static dev.sallyport.contract.migration.MigrationSamples.BIO;
import static dev.sallyport.contract.migration.MigrationSamples.COUNT;
import static dev.sallyport.contract.migration.MigrationSamples.PEOPLE;
import static dev.sallyport.contract.migration.MigrationSamples.TABLE;
import static dev.sallyport.contract.migration.MigrationSamples.VISITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.migration.MigrationCatalog;
import dev.sallyport.application.migration.MigrationResult;
import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.application.migration.ShowMigrations;
import dev.sallyport.application.migration.ShowMigrations.Planned;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.migration.MigrationSamples.CountVisitV1;
import dev.sallyport.contract.migration.MigrationSamples.UncountVisitV1;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationState;
import dev.sallyport.domain.migration.MigrationState.Kind;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What migrations must keep on the stores of every family. */
public interface MigrationRunContract {
  /** Long enough for everything here. */
  Duration MOST = Duration.ofHours(1);

  /** More than a segment of records. */
  int PEOPLE_COUNT = Schema.SEGMENT + 3;

  /** Opens the stores of a new deployment. */
  MigrationStores stores();

  @Test
  default void whatWaitsIsAppliedInOrderAndOnce() {
    MigrationStores stores = peopled();

    MigrationResult result = run(stores, COUNT, TABLE, ADD_BIO).migrate(ANN, MOST);

    assertThat(ids(result)).containsExactly(ADD_BIO.id(), COUNT.id());
    assertMigrated(stores);
    assertThat(run(stores, TABLE, ADD_BIO, COUNT).migrate(ANN, MOST))
        .isEqualTo(new MigrationResult.Finished(List.of()));
    assertThat(kinds(stores, TABLE, ADD_BIO, COUNT)).containsOnly(Kind.APPLIED);
    assertThat(stores.ledger().information().lastSuccessfulRun()).contains(3L);
  }

  @Test
  default void aMigrationThatIsMergedLateRunsAllTheSame() {
    MigrationStores stores = peopled();
    run(stores, TABLE, COUNT).migrate(ANN, MOST);

    assertThat(ids(run(stores, TABLE, ADD_BIO, COUNT).migrate(ANN, MOST)))
        .containsExactly(ADD_BIO.id());
    assertMigrated(stores);
    // Undone is what was applied last, not what has the latest name.
    assertThat(ids(run(stores, TABLE, ADD_BIO, COUNT).rollback(ANN, 1, MOST)))
        .containsExactly(ADD_BIO.id());
  }

  @Test
  default void aRunnerThatIsKilledAnywhereIsFollowedByOneThatEndsTheSame() {
    killEverywhere(
        _ -> {}, attempt -> attempt.run().migrate(ANN, MOST), MigrationRunContract::assertMigrated);
  }

  @Test
  default void aRollbackThatIsKilledAnywhereIsFollowedByOneThatEndsTheSame() {
    killEverywhere(
        stores -> run(stores, TABLE, ADD_BIO, COUNT).migrate(ANN, MOST),
        attempt -> {
          // Asked again only while it is not undone: an operator looks before asking twice.
          if (!kinds(attempt.stores(), COUNT).contains(Kind.PENDING)) {
            attempt.run().rollback(ANN, 1, MOST);
          }
        },
        stores -> assertThat(kinds(stores, COUNT)).containsExactly(Kind.PENDING));
  }

  @Test
  default void twoRunnersAtOnceDoEverythingOnce() {
    MigrationStores stores = peopled();

    List<MigrationResult> results =
        Race.run(_ -> run(stores, TABLE, ADD_BIO, COUNT).migrate(ANN, MOST));

    assertThat(results)
        .allMatch(result ->
            result instanceof MigrationResult.Finished || result instanceof MigrationResult.Busy);
    assertThat(results.stream().mapToInt(result -> ids(result).size()).sum()).isEqualTo(2);
    assertMigrated(stores);
  }

  @Test
  default void aRunnerThatWasThoughtDeadChangesNothingMore() {
    MigrationStores stores = peopled();
    Runnable overtake =
        () -> {
          stores.clock().advance(Duration.ofMinutes(2));
          run(stores, TABLE, ADD_BIO, COUNT).migrate(new Subject("tom"), MOST);
        };
    MigrationStores slow = new BetweenSteps(stores, overtake);

    assertThat(run(slow, TABLE, ADD_BIO, COUNT).migrate(ANN, MOST))
        .isEqualTo(new MigrationResult.Overtaken());
    assertMigrated(stores);
  }

  @Test
  default void aFailingStepIsRecordedWithItsErrorAndTriedAgainFromThere() {
    MigrationStores stores = peopled();
    Migration broken =
        new Migration(
            new MigrationId("20260104000000_broken"),
            List.of(COUNT.up().getFirst(), new Step.Transform(PEOPLE, "FragileV1")),
            List.of(COUNT.down().getFirst()));
    FragileV1 fragile = new FragileV1();
    RunMigrations runner = run(stores, fragile, TABLE, broken);

    MigrationResult result = runner.migrate(ANN, MOST);

    assertThat(result).isInstanceOf(MigrationResult.Failed.class);
    MigrationRun failed = stores.ledger().runs(10, Optional.empty()).items().getLast();
    assertThat(failed.outcome())
        .isInstanceOfSatisfying(
            MigrationRun.Outcome.Failed.class,
            outcome ->
                assertThat(outcome.error())
                    .isEqualTo("step 2 (Transform on people): ArithmeticException"));
    assertThat(runner.rollback(ANN, 1, MOST)).isEqualTo(new MigrationResult.Blocked(failed));

    fragile.isWell = true;
    assertThat(ids(runner.migrate(ANN, MOST))).containsExactly(broken.id());
    assertThat(stores.records(PEOPLE))
        .allSatisfy(record -> assertThat(record).containsEntry(VISITS, new Scalar.Whole(1)));
    assertThat(stores.ledger().runs(10, Optional.empty()).items()).contains(failed).hasSize(3);
  }

  @Test
  default void whatWasChangedAfterItRanStopsEverythingUntilItIsRepaired() {
    MigrationStores stores = peopled();
    run(stores, TABLE, ADD_BIO).migrate(ANN, MOST);
    Migration changed =
        MigrationSamples.migration(
            ADD_BIO.id().value(),
            new Step.AddAttribute(PEOPLE, BIO, new Scalar.Text("?")),
            ADD_BIO.down().getFirst());
    RunMigrations runner = run(stores, TABLE, changed, COUNT);

    MigrationResult drifted = new MigrationResult.Drifted(List.of(changed.id()));
    assertThat(runner.migrate(ANN, MOST)).isEqualTo(drifted);
    assertThat(runner.rollback(ANN, 1, MOST)).isEqualTo(drifted);
    assertThat(stores.ledger().information().runs()).isEqualTo(2);
    assertThat(kinds(stores, TABLE, changed, COUNT))
        .containsExactly(Kind.APPLIED, Kind.DRIFTED, Kind.PENDING);

    runner.repair(ANN);
    assertThat(ids(runner.migrate(ANN, MOST))).containsExactly(COUNT.id());
  }

  @Test
  default void theNewestAndTheOnlyOneAreUndoneAndAppliedAgain() {
    MigrationStores stores = stores();
    RunMigrations runner = run(stores, TABLE, ADD_BIO);
    runner.migrate(ANN, MOST);

    assertThat(ids(runner.rollback(ANN, 1, MOST))).containsExactly(ADD_BIO.id());
    assertThat(kinds(stores, TABLE, ADD_BIO)).containsExactly(Kind.APPLIED, Kind.PENDING);
    assertThat(ids(runner.rollback(ANN, 1, MOST))).containsExactly(TABLE.id());
    assertThat(runner.rollback(ANN, 1, MOST)).isEqualTo(new MigrationResult.Finished(List.of()));
    assertThat(ids(runner.migrate(ANN, MOST))).containsExactly(TABLE.id(), ADD_BIO.id());
    assertThat(ids(runner.rollback(ANN, 5, MOST))).containsExactly(ADD_BIO.id(), TABLE.id());
    assertThat(stores.ledger().information().runs()).isEqualTo(8);
  }

  @Test
  default void aRunThatIsGivenUpByRepairWaitsAgain() {
    MigrationStores stores = stores();
    Migration impossible =
        MigrationSamples.migration(
            "20260104000000_impossible",
            new Step.AddAttribute(PEOPLE, BIO, new Scalar.Flag(true)),
            new Step.DropAttribute(PEOPLE, BIO));
    RunMigrations runner = run(stores, impossible);

    assertThat(runner.migrate(ANN, MOST)).isInstanceOf(MigrationResult.Failed.class);
    assertThat(kinds(stores, impossible)).containsExactly(Kind.FAILED);
    runner.repair(ANN);
    assertThat(kinds(stores, impossible)).containsExactly(Kind.PENDING);
  }

  @Test
  default void aDryRunTellsBothWaysWhatARunDoesAndChangesNothing() {
    MigrationStores stores = stores();
    ShowMigrations show = show(stores, TABLE, ADD_BIO);
    assertThat(show.migrating())
        .containsExactly(
            new Planned(TABLE.id(), Direction.UP, TABLE.up()),
            new Planned(ADD_BIO.id(), Direction.UP, ADD_BIO.up()));
    assertThat(show.rollingBack(2)).isEmpty();
    assertThat(stores.ledger().information().runs()).isZero();

    run(stores, TABLE, ADD_BIO).migrate(ANN, MOST);
    assertThat(show.migrating()).isEmpty();
    assertThat(show.rollingBack(1))
        .containsExactly(new Planned(ADD_BIO.id(), Direction.DOWN, ADD_BIO.down()));
    assertThat(show.rollingBack(9)).hasSize(2);
    assertThat(stores.ledger().information().runs()).isEqualTo(2);
  }

  @Test
  default void whatTakesLongerThanItMayGoesOnWhenAskedAgain() {
    MigrationStores stores = peopled();
    MigrationStores ticking =
        new BetweenSteps(stores, () -> stores.clock().advance(Duration.ofSeconds(10)));
    RunMigrations runner = run(ticking, TABLE, ADD_BIO, COUNT);
    int asked = 0;
    while (runner.migrate(ANN, Duration.ofSeconds(15)) instanceof MigrationResult.Unfinished) {
      asked++;
      assertThat(asked).isLessThan(20);
    }
    assertThat(asked).isPositive();
    assertMigrated(stores);
  }

  /** Stores with a table of people, made by the first migration. */
  private MigrationStores peopled() {
    MigrationStores stores = stores();
    run(stores, TABLE).migrate(ANN, MOST);
    stores.putAll(PEOPLE, MigrationSamples.people(PEOPLE_COUNT));
    return stores;
  }

  /** A runner over ports of which one call goes wrong. */
  record Attempt(RunMigrations run, MigrationStores stores) {}

  private void killEverywhere(
      Consumer<MigrationStores> before, Consumer<Attempt> work, Consumer<MigrationStores> after) {
    int struck = 0;
    for (Fault fault : Fault.values()) {
      for (int step = fault.next(0); ; step = fault.next(step)) {
        MigrationStores stores = peopled();
        before.accept(stores);
        FaultInjection faults = new FaultInjection();
        Attempt faulty =
            new Attempt(run(new FaultyStores(stores, faults), TABLE, ADD_BIO, COUNT), stores);
        faults.strikeAt(step, fault);
        try {
          work.accept(faulty);
        } catch (RuntimeException | Fault.Killed expected) {
          struck++;
        }
        boolean hasStruck = faults.hasStruck();
        faults.calm();
        stores.clock().advance(Duration.ofMinutes(2));
        work.accept(new Attempt(run(stores, TABLE, ADD_BIO, COUNT), stores));
        after.accept(stores);
        assertThat(stores.ledger().runs(100, Optional.empty()).items())
            .as("%s at call %d", fault, step)
            .noneMatch(MigrationRun::isRunning);
        assertVisits(stores);
        if (!hasStruck) {
          break;
        }
      }
    }
    assertThat(struck).isGreaterThanOrEqualTo(Effort.of(40, 8));
  }

  private static void assertVisits(MigrationStores stores) {
    long visits = kinds(stores, COUNT).contains(Kind.APPLIED) ? 1 : 0;
    assertThat(stores.records(PEOPLE))
        .hasSize(PEOPLE_COUNT)
        .allSatisfy(record -> assertThat(record).containsEntry(VISITS, new Scalar.Whole(visits)));
  }

  private static void assertMigrated(MigrationStores stores) {
    assertThat(stores.records(PEOPLE))
        .hasSize(PEOPLE_COUNT)
        .allSatisfy(record ->
            assertThat(record)
                .containsEntry(BIO, new Scalar.Text(""))
                .containsEntry(VISITS, new Scalar.Whole(1)));
  }

  private static List<MigrationId> ids(MigrationResult result) {
    return result instanceof MigrationResult.Finished(List<MigrationRun> runs)
        ? runs.stream().map(MigrationRun::id).toList()
        : List.of();
  }

  private static List<Kind> kinds(MigrationStores stores, Migration... migrations) {
    List<MigrationId> ids = List.of(migrations).stream().map(Migration::id).toList();
    return show(stores, migrations).states().stream()
        .filter(state -> ids.contains(state.id()))
        .map(MigrationState::kind)
        .toList();
  }

  private static ShowMigrations show(MigrationStores stores, Migration... migrations) {
    return new ShowMigrations(stores.ledger(), catalog(new FragileV1(), migrations));
  }

  private static RunMigrations run(MigrationStores stores, Migration... migrations) {
    return run(stores, new FragileV1(), migrations);
  }

  private static RunMigrations run(
      MigrationStores stores, FragileV1 fragile, Migration... migrations) {
    return new RunMigrations(
        stores.schema(),
        stores.ledger(),
        stores.lease(),
        catalog(fragile, migrations),
        stores.clock());
  }

  private static MigrationCatalog catalog(FragileV1 fragile, Migration... migrations) {
    return new MigrationCatalog(
        List.of(migrations), Set.of(new CountVisitV1(), new UncountVisitV1(), fragile));
  }
}
