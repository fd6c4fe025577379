package dev.sallyport.http.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.aws.table.TableDefinition;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableIndex;
import dev.sallyport.aws.table.TableKey;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.operations.migration.MigrationResources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the migrations of this release lead to the tables that its code was written for. */
class MigratedTablesTest {
  private static final TableSettings SETTINGS = TableSettings.of("any");

  @Test
  void theMigrationsLeadToEveryTableThatTheCodeWasWrittenFor() {
    List<TableDefinition> expected = new ArrayList<>(TableDefinitions.of(SETTINGS));
    // Whoever takes the lease of migrations makes this one.
    assertThat(expected.remove(TableDefinitions.migrations(SETTINGS))).isTrue();

    assertThat(migrated().values())
        .containsAll(expected.stream().map(MigratedTablesTest::sorted).toList());
  }

  private static Map<SchemaName, TableDefinition> migrated() {
    Map<SchemaName, TableDefinition> tables = new HashMap<>();
    MigrationResources.read().stream()
        .sorted(Comparator.comparing(Migration::id))
        .flatMap(migration -> migration.up().stream())
        .forEach(step -> apply(step, tables));
    return tables;
  }

  private static void apply(Step step, Map<SchemaName, TableDefinition> tables) {
    switch (step) {
      case Step.CreateTable create ->
          tables.put(
              create.table(),
              sorted(
                  new TableDefinition(
                      SETTINGS.prefix() + "-" + create.table(),
                      key(create.key()),
                      create.indexes().stream().map(MigratedTablesTest::index).toList(),
                      create.expiresBy().map(SchemaName::value))));
      case Step.DropTable(SchemaName table) -> tables.remove(table);
      case Step.CreateIndex(SchemaName table, IndexShape index) ->
          tables.computeIfPresent(
              table,
              (_, before) -> {
                List<TableIndex> indexes = new ArrayList<>(before.indexes());
                indexes.add(index(index));
                return with(before, indexes);
              });
      case Step.DropIndex(SchemaName table, SchemaName index) ->
          tables.computeIfPresent(
              table,
              (_, before) -> {
                List<TableIndex> indexes = new ArrayList<>(before.indexes());
                indexes.removeIf(there -> there.name().equals(index.value()));
                return with(before, indexes);
              });
      case Step.AddAttribute _, Step.DropAttribute _, Step.Transform _ -> {}
    }
  }

  private static TableDefinition with(TableDefinition table, List<TableIndex> indexes) {
    return sorted(new TableDefinition(table.name(), table.key(), indexes, table.timeToLive()));
  }

  /** The order of indexes says nothing. */
  private static TableDefinition sorted(TableDefinition table) {
    return new TableDefinition(
        table.name(),
        table.key(),
        table.indexes().stream().sorted(Comparator.comparing(TableIndex::name)).toList(),
        table.timeToLive());
  }

  private static TableIndex index(IndexShape index) {
    return new TableIndex(index.name().value(), key(index.key()), index.whole());
  }

  private static TableKey key(RecordKey key) {
    return new TableKey(key.partition().value(), key.sort().map(SchemaName::value));
  }
}
