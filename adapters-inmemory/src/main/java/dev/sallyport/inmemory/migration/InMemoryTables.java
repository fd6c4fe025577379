package dev.sallyport.inmemory.migration;

import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every table that migrations have made, for those who keep records in them. */
@Singleton
public final class InMemoryTables {
  final Transactions transactions;
  private final Map<SchemaName, InMemoryTable> tables = new HashMap<>();

  @Inject
  InMemoryTables(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Puts a record in place of the one with its key, if there is one, as a program does that knows
   * nothing of migrations.
   *
   * @throws IllegalArgumentException when there is no such table, or the record has not its key
   */
  public void put(SchemaName table, Map<SchemaName, Scalar> record) {
    transactions.write(
        1,
        () -> {
          InMemoryTable into = require(table);
          InMemoryTable.Stored stored = new InMemoryTable.Stored(record, 0);
          return Optional.ofNullable(into.records.put(into.keyOf(record), stored));
        });
  }

  /**
   * Removes every record.
   *
   * @throws IllegalArgumentException when there is no such table
   */
  public void clear(SchemaName table) {
    transactions.write(
        1,
        () -> {
          require(table).records.clear();
          return true;
        });
  }

  /**
   * Returns all records, sorted by key.
   *
   * @throws IllegalArgumentException when there is no such table
   */
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return transactions.read(() ->
        require(table).records.values().stream().map(InMemoryTable.Stored::attributes).toList());
  }

  Optional<InMemoryTable> find(SchemaName name) {
    transactions.requireOpen();
    return Optional.ofNullable(tables.get(name));
  }

  void add(SchemaName name, InMemoryTable table) {
    transactions.requireOpen();
    tables.put(name, table);
  }

  void remove(SchemaName name) {
    transactions.requireOpen();
    tables.remove(name);
  }

  private InMemoryTable require(SchemaName name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("there is no such table"));
  }
}
