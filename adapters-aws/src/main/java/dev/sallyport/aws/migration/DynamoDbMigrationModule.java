package dev.sallyport.aws.migration;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;

/** Binds what migrations need on DynamoDB. */
@Module
public interface DynamoDbMigrationModule {
  /** The tables. */
  @Binds
  Schema schema(DynamoDbSchema schema);

  /** The runs. */
  @Binds
  MigrationLedger ledger(DynamoDbMigrationLedger ledger);

  /** Who may run. */
  @Binds
  MigrationLease lease(DynamoDbMigrationLease lease);
}
