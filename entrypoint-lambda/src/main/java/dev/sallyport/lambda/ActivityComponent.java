package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.profile.ActivityModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that counts what users do. */
@Singleton
@Component(
    modules = {
      DynamoDbProfileModule.class,
      EmfModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      ActivityModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface ActivityComponent {
  /** What it does. */
  MessageFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    ActivityComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
