package dev.sallyport.contract.migration;

import static dev.sallyport.contract.migration.MigrationSamples.ANN;
import static dev.sallyport.contract.migration.MigrationSamples.BIO;
import static dev.sallyport.contract.migration.MigrationSamples.CREATE;
import static dev.sallyport.contract.migration.MigrationSamples.ID;
import static dev.sallyport.contract.migration.MigrationSamples.KEY;
import static dev.sallyport.contract.migration.MigrationSamples.PEOPLE;
import static dev.sallyport.contract.migration.MigrationSamples.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.migration.port.MigrationLease.AcquireOutcome;
import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.migration.port.Schema.ChangeOutcome;
import dev.sallyport.application.migration.port.Schema.DefineOutcome;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every schema must keep. */
public interface SchemaContract {
  /** Adds one to the visits of a record. */
  RecordChange COUNT = new MigrationSamples.CountVisitV1();

  /** How long a server that makes an index may take on a busy machine. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /** Opens the stores of a new deployment. */
  MigrationStores stores();

  @Test
  default void tablesAndIndexesAreMadeAndRemovedOnceHoweverOftenAsked() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    SchemaName byBio = new SchemaName("ByBio");
    Step index =
        new Step.CreateIndex(
            PEOPLE, new IndexShape(byBio, new RecordKey(BIO, Optional.of(ID)), true));
    List<Step> steps =
        List.of(
            CREATE, index, new Step.DropIndex(PEOPLE, byBio), index, new Step.DropTable(PEOPLE));
    for (Step step : steps) {
      define(stores, step, token);
      define(stores, step, token);
    }
    define(stores, new Step.DropIndex(PEOPLE, byBio), token);
  }

  @Test
  default void whatIsThereOtherwiseIsNotReplaced() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    SchemaName byBio = new SchemaName("ByBio");
    RecordKey other = new RecordKey(BIO, Optional.empty());
    IndexShape index = new IndexShape(byBio, other, false);
    define(stores, new Step.CreateTable(PEOPLE, KEY, Optional.empty(), List.of(index)), token);
    define(stores, new Step.CreateIndex(PEOPLE, index), token);
    define(stores, CREATE, token);

    List<Step> wrong =
        List.of(
            new Step.CreateTable(PEOPLE, other, Optional.empty()),
            new Step.CreateIndex(PEOPLE, new IndexShape(byBio, KEY, false)),
            new Step.CreateIndex(PEOPLE, new IndexShape(byBio, other, true)),
            new Step.CreateTable(
                PEOPLE, KEY, Optional.empty(), List.of(new IndexShape(byBio, KEY, false))),
            new Step.CreateIndex(new SchemaName("nowhere"), index));
    for (Step step : wrong) {
      assertThat(stores.schema().define(step, token)).isInstanceOf(DefineOutcome.Refused.class);
    }
    assertThatThrownBy(() -> stores.schema().define(new Step.DropAttribute(PEOPLE, BIO), token))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aTableThatHoldsRecordsIsNotDropped() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    define(stores, CREATE, token);
    stores.put(PEOPLE, MigrationSamples.person(1));

    assertThat(stores.schema().define(new Step.DropTable(PEOPLE), token))
        .isInstanceOf(DefineOutcome.Refused.class);
    assertThat(stores.records(PEOPLE)).hasSize(1);
  }

  @Test
  default void everyRecordIsChangedOnceInSegmentsHoweverOftenTheyAreVisited() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    int count = Schema.SEGMENT * 2 + 7;
    fill(stores, token, count);
    Optional<String> next = Optional.empty();
    long changed = 0;
    do {
      ChangeOutcome outcome = stores.schema().change(PEOPLE, COUNT, 101, next, token);
      assertThat(stores.schema().change(PEOPLE, COUNT, 101, next, token))
          .isInstanceOf(ChangeOutcome.Changed.class);
      assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
      ChangeOutcome.Changed segment = (ChangeOutcome.Changed) outcome;
      assertThat(segment.records()).isLessThanOrEqualTo(Schema.SEGMENT);
      changed += segment.records();
      next = segment.next();
    } while (next.isPresent());

    assertThat(changed).isEqualTo(count);
    assertThat(stores.schema().change(PEOPLE, COUNT, 101, Optional.empty(), token))
        .isInstanceOfSatisfying(
            ChangeOutcome.Changed.class, again -> assertThat(again.records()).isZero());
    assertThat(stores.records(PEOPLE))
        .hasSize(count)
        .allSatisfy(record -> assertThat(record).containsEntry(VISITS, new Scalar.Whole(1)));
  }

  @Test
  default void attributesComeAndGoAndTheOthersStay() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    fill(stores, token, 3);
    RecordChange add = record -> MigrationSamples.with(record, BIO, new Scalar.Flag(true));
    RecordChange keyOnly =
        record -> {
          Map<SchemaName, Scalar> then = new HashMap<>(record);
          then.keySet().retainAll(Set.of(ID));
          return then;
        };
    RecordChange drop = _ -> MigrationSamples.person(0);

    stores.schema().change(PEOPLE, add, 101, Optional.empty(), token);
    assertThat(stores.records(PEOPLE))
        .allSatisfy(record ->
            assertThat(record)
                .hasSize(3)
                .containsEntry(BIO, new Scalar.Flag(true))
                .containsEntry(VISITS, new Scalar.Whole(0)));
    assertThat(stores.schema().change(PEOPLE, drop, 102, Optional.empty(), token))
        .isInstanceOf(ChangeOutcome.Refused.class);
    stores.schema().change(PEOPLE, keyOnly, 103, Optional.empty(), token);

    assertThat(stores.records(PEOPLE)).hasSize(3).allSatisfy(r -> assertThat(r).hasSize(1));
  }

  @Test
  default void aSegmentInWhichOneRecordCannotBeChangedStaysAsItWas() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    fill(stores, token, 3);
    RecordChange picky =
        record -> {
          if (record.equals(MigrationSamples.person(2))) {
            throw new ArithmeticException("not this one");
          }
          return COUNT.apply(record);
        };

    assertThatThrownBy(() -> stores.schema().change(PEOPLE, picky, 101, Optional.empty(), token))
        .isInstanceOf(ArithmeticException.class);
    assertThat(stores.records(PEOPLE))
        .containsExactlyInAnyOrderElementsOf(MigrationSamples.people(3));
    assertThat(
            stores.schema().change(new SchemaName("nowhere"), COUNT, 101, Optional.empty(), token))
        .isInstanceOf(ChangeOutcome.Refused.class);
  }

  @Test
  default void whoeverHasLostTheLeaseChangesNothing() {
    MigrationStores stores = stores();
    FencingToken first = token(stores);
    fill(stores, first, 3);
    stores.clock().advance(Duration.ofMinutes(2));
    token(stores);

    assertThat(stores.schema().change(PEOPLE, COUNT, 101, Optional.empty(), first))
        .isEqualTo(new ChangeOutcome.Overtaken());
    assertThat(stores.schema().define(new Step.DropTable(PEOPLE), first))
        .isEqualTo(new DefineOutcome.Overtaken());
    assertThat(stores.records(PEOPLE))
        .containsExactlyInAnyOrderElementsOf(MigrationSamples.people(3));
  }

  @Test
  default void aLaterVersionIsNeverOverwrittenByAnEarlierOne() {
    MigrationStores stores = stores();
    FencingToken token = token(stores);
    fill(stores, token, 3);
    stores.schema().change(PEOPLE, COUNT, 202, Optional.empty(), token);

    assertThat(stores.schema().change(PEOPLE, COUNT, 101, Optional.empty(), token))
        .isEqualTo(new ChangeOutcome.Changed(0, Optional.empty()));
  }

  private static void fill(MigrationStores stores, FencingToken token, int count) {
    define(stores, CREATE, token);
    MigrationSamples.people(count).forEach(person -> stores.put(PEOPLE, person));
  }

  private static void define(MigrationStores stores, Step step, FencingToken token) {
    Await.untilAsserted(
        PATIENCE,
        () ->
            assertThat(stores.schema().define(step, token)).isEqualTo(new DefineOutcome.Defined()));
  }

  private static FencingToken token(MigrationStores stores) {
    return switch (stores.lease().acquire(ANN, Duration.ofMinutes(1))) {
      case AcquireOutcome.Acquired(FencingToken token) -> token;
      case AcquireOutcome.Held _ -> throw new AssertionError("the lease is free");
    };
  }
}
