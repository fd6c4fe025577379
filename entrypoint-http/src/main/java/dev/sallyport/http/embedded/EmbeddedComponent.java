package dev.sallyport.http.embedded;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.http.storage.StorageServlet;
import dev.sallyport.inmemory.InMemoryAdaptersModule;
import dev.sallyport.inmemory.identity.InMemoryIdentityModule;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;
import dev.sallyport.inmemory.storage.StorageKeys;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.wiring.OperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** The embedded deployment: all adapters in memory, nothing opened before it is asked for. */
@Singleton
@Component(
    modules = {
      EmbeddedModule.class,
      InMemoryAdaptersModule.class,
      InMemoryIdentityModule.class,
      InMemoryStorageModule.class,
      JwtAdaptersModule.class,
      MediaAdaptersModule.class,
      OperationsModule.class,
    })
interface EmbeddedComponent {
  /** Every HTTP operation. */
  OperationCatalog catalog();

  /** What is done with messages. */
  Set<MessageOperation> messageOperations();

  /** What is done by the clock. */
  Set<ScheduledOperation> scheduledOperations();

  /** The queues that messages come from. */
  Queues queues();

  /** Everything that was counted. */
  PrometheusMetrics metrics();

  /** The embedded store by the protocol of S3. */
  StorageServlet storage();

  /** The objects behind it, to be closed at the end. */
  InMemoryObjectStore objects();

  /** With which keys the store is used. */
  StorageKeys storageKeys();

  /** Where it is reached. */
  InMemoryStorageConfig storageConfig();

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
