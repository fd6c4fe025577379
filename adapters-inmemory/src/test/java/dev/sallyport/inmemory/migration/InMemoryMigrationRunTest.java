package dev.sallyport.inmemory.migration;

import dev.sallyport.contract.migration.MigrationRunContract;
import dev.sallyport.contract.migration.MigrationStores;

class InMemoryMigrationRunTest implements MigrationRunContract {
  @Override
  public MigrationStores stores() {
    return InMemoryMigrationStores.open();
  }
}
