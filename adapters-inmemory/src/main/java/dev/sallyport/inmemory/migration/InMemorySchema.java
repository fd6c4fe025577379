package dev.sallyport.inmemory.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.inmemory.migration.InMemoryTable.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Changes tables in memory, and refuses what DynamoDB refuses. */
@Singleton
final class InMemorySchema implements Schema {
  private final InMemoryTables tables;
  private final InMemoryMigrationLease lease;

  @Inject
  InMemorySchema(InMemoryTables tables, InMemoryMigrationLease lease) {
    this.tables = tables;
    this.lease = lease;
  }

  @Override
  public DefineOutcome define(Step step, FencingToken token) {
    return tables.transactions.write(
        2, () -> lease.holds(token) ? define(step) : new DefineOutcome.Overtaken());
  }

  private DefineOutcome define(Step step) {
    return switch (step) {
      case Step.CreateTable create -> createTable(create);
      case Step.DropTable(SchemaName table) -> dropTable(table);
      case Step.CreateIndex create -> createIndex(create);
      case Step.DropIndex(SchemaName table, SchemaName index) -> {
        tables.find(table).ifPresent(from -> from.indexes.remove(index));
        yield new DefineOutcome.Defined();
      }
      case Step.AddAttribute _, Step.DropAttribute _, Step.Transform _ ->
          throw new IllegalArgumentException("visits records");
    };
  }

  private DefineOutcome createTable(Step.CreateTable create) {
    Optional<InMemoryTable> there = tables.find(create.table());
    if (there.isEmpty()) {
      tables.add(create.table(), new InMemoryTable(create.key(), create.expiresBy()));
    } else if (!there.get().key.equals(create.key())
        || !there.get().expiresBy.equals(create.expiresBy())) {
      return new DefineOutcome.Refused("there is a table of this name with another key or expiry");
    }
    for (IndexShape index : create.indexes()) {
      DefineOutcome outcome = createIndex(new Step.CreateIndex(create.table(), index));
      if (!(outcome instanceof DefineOutcome.Defined)) {
        return outcome;
      }
    }
    return new DefineOutcome.Defined();
  }

  private DefineOutcome dropTable(SchemaName name) {
    if (tables.find(name).filter(table -> !table.records.isEmpty()).isPresent()) {
      return new DefineOutcome.Refused("the table holds records");
    }
    tables.remove(name);
    return new DefineOutcome.Defined();
  }

  private DefineOutcome createIndex(Step.CreateIndex create) {
    Optional<InMemoryTable> table = tables.find(create.table());
    if (table.isEmpty()) {
      return new DefineOutcome.Refused("there is no such table");
    }
    IndexShape index = create.index();
    IndexShape there = table.get().indexes.putIfAbsent(index.name(), index);
    return there == null || there.equals(index)
        ? new DefineOutcome.Defined()
        : new DefineOutcome.Refused("there is an index of this name that is otherwise");
  }

  @Override
  public ChangeOutcome change(
      SchemaName table,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token) {
    return tables.transactions.write(
        SEGMENT + 1,
        () -> {
          if (!lease.holds(token)) {
            return new ChangeOutcome.Overtaken();
          }
          return tables
              .find(table)
              .map(of -> change(of, change, version, cursor))
              .orElseGet(() -> new ChangeOutcome.Refused("there is no such table"));
        });
  }

  private static ChangeOutcome change(
      InMemoryTable table, RecordChange change, long version, Optional<String> cursor) {
    SortedMap<String, Stored> rest =
        cursor.map(after -> table.records.tailMap(after, false)).orElse(table.records);
    Map<String, Stored> written = new HashMap<>();
    long changed = 0;
    int visited = 0;
    Optional<String> last = Optional.empty();
    for (Map.Entry<String, Stored> entry : rest.entrySet()) {
      if (visited == SEGMENT) {
        break;
      }
      visited++;
      last = Optional.of(entry.getKey());
      Stored before = entry.getValue();
      if (before.version() < version) {
        Map<SchemaName, Scalar> after = Map.copyOf(change.apply(before.attributes()));
        Optional<String> objection = table.objection(before.attributes(), after);
        if (objection.isPresent()) {
          return new ChangeOutcome.Refused(objection.get());
        }
        changed += after.equals(before.attributes()) ? 0 : 1;
        written.put(entry.getKey(), new Stored(after, version));
      }
    }
    table.records.putAll(written);
    Optional<String> next = last.filter(key -> table.records.higherKey(key) != null);
    return new ChangeOutcome.Changed(changed, next);
  }
}
