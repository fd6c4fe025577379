package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.report.HeatMapWorkModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that counts accepted reports. */
@Singleton
@Component(
    modules = {
      DynamoDbReportModule.class,
      EmfModule.class,
      HeatMapWorkModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface HeatMapComponent {
  /** What it does. */
  MessageFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    HeatMapComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
