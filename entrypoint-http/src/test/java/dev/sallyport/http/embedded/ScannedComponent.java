package dev.sallyport.http.embedded;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.deployment.DeploymentModule;
import dev.sallyport.inmemory.InMemoryAdaptersModule;
import dev.sallyport.inmemory.identity.InMemoryIdentityModule;
import dev.sallyport.inmemory.storage.InMemoryStorageModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.wiring.OperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The embedded deployment with a scanner that a test brings. */
@Singleton
@Component(
    modules = {
      DeploymentModule.class,
      EmbeddedModule.class,
      InMemoryAdaptersModule.class,
      InMemoryIdentityModule.class,
      InMemoryStorageModule.class,
      JwtAdaptersModule.class,
      MediaAdaptersModule.class,
      OperationsModule.class,
    })
interface ScannedComponent extends EmbeddedComponent {
  /** Makes the component. */
  @Component.Factory
  interface WithScanner {
    /** Binds what comes from outside. */
    ScannedComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance EmbeddedConfiguration configuration,
        @BindsInstance MalwareScanner scanner);
  }
}
