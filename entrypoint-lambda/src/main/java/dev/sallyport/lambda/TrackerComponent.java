package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.report.TrackerWorkModule;
import dev.sallyport.web.tracker.JiraModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that makes issues of accepted reports. */
@Singleton
@Component(
    modules = {
      DynamoDbReportModule.class,
      EmfModule.class,
      JiraModule.class,
      SecretsModule.class,
      TrackerWorkModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface TrackerComponent {
  /** What it does. */
  MessageFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    TrackerComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
