package dev.sallyport.aws.migration;

import dev.sallyport.contract.migration.MigrationStores;
import dev.sallyport.contract.migration.SchemaContract;

class SchemaOnDynamoDbLocalIT implements SchemaContract {
  @Override
  public MigrationStores stores() {
    return DynamoDbMigrationStores.open();
  }
}
