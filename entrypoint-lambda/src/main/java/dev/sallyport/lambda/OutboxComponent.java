package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.event.DynamoDbEventModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that carries events on. */
@Singleton
@Component(
    modules = {
      DynamoDbEventModule.class,
      EmfModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface OutboxComponent {
  /** What it does. */
  OutboxFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    OutboxComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
