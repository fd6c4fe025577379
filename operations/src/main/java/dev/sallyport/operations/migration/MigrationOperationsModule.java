package dev.sallyport.operations.migration;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.Multibinds;
import dev.sallyport.application.migration.MigrationCatalog;
import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/**
 * Contributes what admins ask about migrations, and the migrations of this release; needs the ports
 * of migrations. A feature whose records are transformed contributes its classes to the set.
 */
@Module
public interface MigrationOperationsModule {
  /** The classes that steps may name. */
  @Multibinds
  Set<RecordChange> transforms();

  /** Everything of this release. */
  @Provides
  static MigrationCatalog catalog(Set<RecordChange> transforms) {
    return new MigrationCatalog(MigrationResources.read(), transforms);
  }

  /** Contributes status and runs. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(MigrationOperations operations) {
    return operations.all();
  }
}
