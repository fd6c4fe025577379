package dev.sallyport.http.aws;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.AwsAdaptersModule;
import dev.sallyport.http.deployment.DeploymentModule;
import dev.sallyport.http.deployment.DeploymentParts;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.profile.NotificationsModule;
import dev.sallyport.operations.profile.RenditionOperationsModule;
import dev.sallyport.operations.wiring.OperationsModule;
import dev.sallyport.web.tracker.JiraModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.http.SdkHttpClient;

/** The deployment on services: connections are opened when they are first needed. */
@Singleton
@Component(
    modules = {
      AwsAdaptersModule.class,
      AwsModule.class,
      DeploymentModule.class,
      JiraModule.class,
      JwtAdaptersModule.class,
      MediaAdaptersModule.class,
      NotificationsModule.class,
      OperationsModule.class,
      RenditionOperationsModule.class,
    })
interface AwsComponent extends DeploymentParts {
  /** What looks at the services before anything depends on them. */
  ServiceCheck check();

  /** The connections to all services, to be closed at the end. */
  SdkHttpClient connections();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    AwsComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance AwsConfiguration configuration);
  }
}
