package dev.sallyport.inmemory.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.migration.MigrationStores;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.inmemory.InMemoryFamily;
import java.util.List;
import java.util.Map;

/** The stores of one family in memory. */
record InMemoryMigrationStores(InMemoryFamily family, MutableClock clock)
    implements MigrationStores {
  static InMemoryMigrationStores open() {
    MutableClock clock = MutableClock.atNoon();
    return new InMemoryMigrationStores(InMemoryFamily.open(UploadPolicy.defaults(), clock), clock);
  }

  @Override
  public Schema schema() {
    return family.schema();
  }

  @Override
  public MigrationLedger ledger() {
    return family.migrationLedger();
  }

  @Override
  public MigrationLease lease() {
    return family.migrationLease();
  }

  @Override
  public void put(SchemaName table, Map<SchemaName, Scalar> record) {
    family.tables().put(table, record);
  }

  @Override
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return family.tables().records(table);
  }
}
