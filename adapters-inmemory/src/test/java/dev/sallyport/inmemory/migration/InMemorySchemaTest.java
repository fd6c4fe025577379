package dev.sallyport.inmemory.migration;

import dev.sallyport.contract.migration.MigrationStores;
import dev.sallyport.contract.migration.SchemaContract;

class InMemorySchemaTest implements SchemaContract {
  @Override
  public MigrationStores stores() {
    return InMemoryMigrationStores.open();
  }
}
