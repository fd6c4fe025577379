package dev.sallyport.benchmarks.migrate;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.inmemory.migration.InMemoryMigrationModule;
import dev.sallyport.inmemory.migration.InMemoryTables;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The stores of migrations in memory, and nothing else. */
@Singleton
@Component(modules = InMemoryMigrationModule.class)
public interface MigrateComponent {
  /** What is changed. */
  Schema schema();

  /** Where it is recorded. */
  MigrationLedger ledger();

  /** Who may. */
  MigrationLease lease();

  /** The records. */
  InMemoryTables tables();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds the time. */
    MigrateComponent create(@BindsInstance Clock clock);
  }
}
