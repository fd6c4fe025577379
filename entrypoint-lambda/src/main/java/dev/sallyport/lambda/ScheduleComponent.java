package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.event.DynamoDbEventModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.sanitization.DynamoDbSanitizationModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.clamd.ClamdModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.attachment.AttachmentOperationsModule;
import dev.sallyport.operations.report.ErasureWorkModule;
import dev.sallyport.operations.report.ExportWorkModule;
import dev.sallyport.operations.sanitization.ResanitizeWorkModule;
import dev.sallyport.operations.sanitization.SanitizationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that does what is done by the clock. */
@Singleton
@Component(
    modules = {
      DynamoDbAttachmentModule.class,
      ClamdModule.class,
      DynamoDbEventModule.class,
      DynamoDbReportModule.class,
      DynamoDbSanitizationModule.class,
      EmfModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      AwsStorageModule.class,
      MediaAdaptersModule.class,
      AttachmentOperationsModule.class,
      ErasureWorkModule.class,
      ExportWorkModule.class,
      ResanitizeWorkModule.class,
      SanitizationOperationsModule.class,
      CheckingModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface ScheduleComponent {
  /** What it does. */
  ScheduleFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    ScheduleComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
