package dev.sallyport.inmemory.migration;

import dev.sallyport.contract.migration.MigrationLeaseContract;
import dev.sallyport.contract.migration.MigrationStores;

class InMemoryMigrationLeaseTest implements MigrationLeaseContract {
  @Override
  public MigrationStores stores() {
    return InMemoryMigrationStores.open();
  }
}
