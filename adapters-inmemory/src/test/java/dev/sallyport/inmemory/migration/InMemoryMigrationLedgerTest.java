package dev.sallyport.inmemory.migration;

import dev.sallyport.contract.migration.MigrationLedgerContract;
import dev.sallyport.contract.migration.MigrationStores;

class InMemoryMigrationLedgerTest implements MigrationLedgerContract {
  @Override
  public MigrationStores stores() {
    return InMemoryMigrationStores.open();
  }
}
