package dev.sallyport.aws.migration;

import dev.sallyport.contract.migration.MigrationRunContract;
import dev.sallyport.contract.migration.MigrationStores;

class MigrationRunOnDynamoDbLocalIT implements MigrationRunContract {
  @Override
  public MigrationStores stores() {
    return DynamoDbMigrationStores.open();
  }
}
