package dev.sallyport.http.embedded;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.deployment.DeploymentModule;
import dev.sallyport.http.deployment.DeploymentParts;
import dev.sallyport.http.storage.StorageServlet;
import dev.sallyport.inmemory.InMemoryAdaptersModule;
import dev.sallyport.inmemory.identity.InMemoryIdentityModule;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;
import dev.sallyport.inmemory.storage.StorageKeys;
import dev.sallyport.inmemory.tracker.InMemoryTrackerModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.profile.NotificationsModule;
import dev.sallyport.operations.profile.RenditionOperationsModule;
import dev.sallyport.operations.wiring.OperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The embedded deployment: all adapters in memory, nothing opened before it is asked for. */
@Singleton
@Component(
    modules = {
      DeploymentModule.class,
      EmbeddedModule.class,
      InMemoryAdaptersModule.class,
      InMemoryIdentityModule.class,
      InMemoryStorageModule.class,
      InMemoryTrackerModule.class,
      JwtAdaptersModule.class,
      MediaAdaptersModule.class,
      NotificationsModule.class,
      OperationsModule.class,
      RenditionOperationsModule.class,
    })
interface EmbeddedComponent extends DeploymentParts {
  /** The embedded store by the protocol of S3. */
  StorageServlet storage();

  /** The objects behind it, to be closed at the end. */
  InMemoryObjectStore objects();

  /** With which keys the store is used. */
  StorageKeys storageKeys();

  /** Where it is reached. */
  InMemoryStorageConfig storageConfig();

  /** What brings the tables into the shape that this release expects. */
  RunMigrations migrations();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    EmbeddedComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance EmbeddedConfiguration configuration);
  }
}
