package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.queue.QueueOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that shows the queues. */
@Singleton
@Component(
    modules = {
      CognitoKeySetModule.class,
      EmfModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      JwtAdaptersModule.class,
      QueueOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface QueuesComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    QueuesComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
