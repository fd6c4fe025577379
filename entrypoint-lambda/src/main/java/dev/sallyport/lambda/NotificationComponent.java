package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.notification.NotificationModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function behind a custom resource. */
@Singleton
@Component(
    modules = {
      EmfModule.class,
      NotificationModule.class,
      AwsSharedModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface NotificationComponent {
  /** What it does. */
  NotificationFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    NotificationComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
