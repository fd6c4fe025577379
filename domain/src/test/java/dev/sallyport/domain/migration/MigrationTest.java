package dev.sallyport.domain.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationState.Kind;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final Subject ANN = new Subject("ann");
  private static final Instant NOW = Instant.parse("2026-02-28T23:59:59Z");
  private static final SchemaName TABLE = new SchemaName("people");
  private static final SchemaName BIO = new SchemaName("bio");

  private static Migration migration(String id, Step... up) {
    return new Migration(
        new MigrationId(id), List.of(up), List.of(new Step.DropAttribute(TABLE, BIO)));
  }

  private static Step add(Scalar value) {
    return new Step.AddAttribute(TABLE, BIO, value);
  }

  @Test
  void idsAreASecondThatExistsAndAName() {
    assertThat(MigrationId.of(NOW, "add_bio").value()).isEqualTo("20260228235959_add_bio");
    for (String text :
        List.of(
            "",
            "20260228235959",
            "20260228235959_",
            "20260229000000_a",
            "20260228240000_a",
            "20260228235959-a",
            "20260228235959_Add",
            "20260228235959_1",
            "20260228235959_a\n",
            "20260228235959_a/../b",
            "20260228235959_" + "a".repeat(65))) {
      assertThatThrownBy(() -> new MigrationId(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void everyDifferenceBetweenStepsIsADifferenceOfChecksums() {
    SchemaName id = new SchemaName("id");
    RecordKey key = new RecordKey(id, Optional.empty());
    List<Step> steps =
        List.of(
            new Step.CreateTable(TABLE, key, Optional.empty()),
            new Step.CreateTable(TABLE, key, Optional.of(BIO)),
            new Step.CreateTable(TABLE, new RecordKey(id, Optional.of(BIO)), Optional.empty()),
            new Step.DropTable(TABLE),
            new Step.CreateIndex(TABLE, new IndexShape(BIO, key, false)),
            new Step.CreateIndex(TABLE, new IndexShape(BIO, key, true)),
            new Step.CreateTable(
                TABLE, key, Optional.empty(), List.of(new IndexShape(BIO, key, false))),
            new Step.DropIndex(TABLE, BIO),
            new Step.DropAttribute(TABLE, BIO),
            new Step.Transform(TABLE, "ChangeV1"),
            new Step.Transform(TABLE, "ChangeV2"),
            add(new Scalar.Text("1")),
            add(new Scalar.Whole(1)),
            add(new Scalar.Text("true")),
            add(new Scalar.Flag(true)),
            add(new Scalar.Text("\n1:x")));
    Set<Sha256> sums = new HashSet<>();
    for (Step step : steps) {
      sums.add(migration("20260101000000_a", step).checksum());
      sums.add(migration("20260101000000_b", step).checksum());
      sums.add(migration("20260101000000_a", step, step).checksum());
    }
    assertThat(sums).hasSize(steps.size() * 3);
  }

  @Test
  void aRunThatIsTriedAgainKeepsItsPlaceAndItsSchemaVersions() {
    Migration migration = migration("20260101000000_a", add(new Scalar.Flag(true)));
    MigrationRun begun = MigrationRun.begun(7, migration, Direction.UP, ANN, NOW);
    MigrationRun failed = begun.advanced("here", 50).failed(NOW, "x".repeat(900));
    MigrationRun again = failed.retried(9, ANN, NOW);

    assertThat(again.schemaVersion()).isEqualTo(begun.schemaVersion());
    assertThat(again.place()).isEqualTo(failed.place());
    assertThat(again.stepDone(1).schemaVersion()).isGreaterThan(begun.schemaVersion());
    assertThat(MigrationRun.begun(8, migration, Direction.UP, ANN, NOW).schemaVersion())
        .isGreaterThan(begun.stepDone(1).schemaVersion());
    assertThatThrownBy(() -> failed.stepDone(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> begun.retried(9, ANN, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasRunAndIsNotKnownIsMissingUntilItIsUndone() {
    Migration gone = migration("20260101000000_gone", add(new Scalar.Flag(true)));
    MigrationRun up =
        MigrationRun.begun(1, gone, Direction.UP, ANN, NOW).stepDone(0).succeeded(NOW);
    MigrationRun down =
        MigrationRun.begun(2, gone, Direction.DOWN, ANN, NOW).stepDone(0).succeeded(NOW);
    MigrationHistory none = MigrationHistory.of(List.of());

    assertThat(none.with(List.of(up)).in(Kind.MISSING)).containsExactly(gone.id());
    assertThat(none.with(List.of(up, down)).states()).isEmpty();
    assertThatThrownBy(() -> MigrationHistory.of(List.of(gone, gone)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
