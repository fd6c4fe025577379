package dev.sallyport.contract.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.List;
import java.util.Map;

/** The stores of one deployment in which no migration has run, of one family of adapters. */
public interface MigrationStores {
  /** What migrations change. */
  Schema schema();

  /** Which have run. */
  MigrationLedger ledger();

  /** Who may run them. */
  MigrationLease lease();

  /** The time, as all of them see it. */
  MutableClock clock();

  /** Puts a record in place of the one with its key, as the product does. */
  void put(SchemaName table, Map<SchemaName, Scalar> record);

  /** Puts many records. */
  default void putAll(SchemaName table, List<Map<SchemaName, Scalar>> records) {
    records.forEach(record -> put(table, record));
  }

  /** Returns all records of a table, without their schema versions, in any order. */
  List<Map<SchemaName, Scalar>> records(SchemaName table);
}
