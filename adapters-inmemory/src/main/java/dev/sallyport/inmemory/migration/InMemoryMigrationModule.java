package dev.sallyport.inmemory.migration;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;

/** Binds what migrations need in memory. */
@Module
public interface InMemoryMigrationModule {
  /** The tables. */
  @Binds
  Schema schema(InMemorySchema schema);

  /** The runs. */
  @Binds
  MigrationLedger ledger(InMemoryMigrationLedger ledger);

  /** Who may run. */
  @Binds
  MigrationLease lease(InMemoryMigrationLease lease);
}
