package dev.sallyport.aws.migration;

import dev.sallyport.contract.migration.MigrationLedgerContract;
import dev.sallyport.contract.migration.MigrationStores;

class MigrationLedgerOnDynamoDbLocalIT implements MigrationLedgerContract {
  @Override
  public MigrationStores stores() {
    return DynamoDbMigrationStores.open();
  }
}
