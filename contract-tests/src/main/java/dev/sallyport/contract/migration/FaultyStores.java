package dev.sallyport.contract.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.contract.fixtures.FaultInjection;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.List;
import java.util.Map;

/** Stores of which one call goes wrong. */
record FaultyStores(MigrationStores stores, FaultInjection faults) implements MigrationStores {
  @Override
  public Schema schema() {
    return faults.wrap(Schema.class, stores.schema());
  }

  @Override
  public MigrationLedger ledger() {
    return faults.wrap(MigrationLedger.class, stores.ledger());
  }

  @Override
  public MigrationLease lease() {
    return faults.wrap(MigrationLease.class, stores.lease());
  }

  @Override
  public MutableClock clock() {
    return stores.clock();
  }

  @Override
  public void put(SchemaName table, Map<SchemaName, Scalar> record) {
    stores.put(table, record);
  }

  @Override
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return stores.records(table);
  }
}
