package dev.sallyport.aws.migration;

import dev.sallyport.contract.migration.MigrationLeaseContract;
import dev.sallyport.contract.migration.MigrationStores;

class MigrationLeaseOnDynamoDbLocalIT implements MigrationLeaseContract {
  @Override
  public MigrationStores stores() {
    return DynamoDbMigrationStores.open();
  }
}
