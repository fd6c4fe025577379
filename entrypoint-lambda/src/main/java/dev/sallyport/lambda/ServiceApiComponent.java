package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.sanitization.DynamoDbSanitizationModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.clamd.ClamdModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.media.image.HeatMapImageModule;
import dev.sallyport.operations.attachment.AttachmentOperationsModule;
import dev.sallyport.operations.openapi.DocumentationOperationsModule;
import dev.sallyport.operations.profile.ProfileOperationsModule;
import dev.sallyport.operations.report.ReportOperationsModule;
import dev.sallyport.operations.sanitization.ResanitizeOperationsModule;
import dev.sallyport.operations.status.StatusOperationsModule;
import dev.sallyport.web.tracker.JiraModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Wires the service: everything over HTTP but signing in, SLA errors, forms for pictures and
 * migrations.
 */
@Singleton
@Component(
    modules = {
      DynamoDbAttachmentModule.class,
      ClamdModule.class,
      CognitoKeySetModule.class,
      DynamoDbProfileModule.class,
      EmfModule.class,
      DynamoDbReportModule.class,
      DynamoDbSanitizationModule.class,
      SecretsModule.class,
      AwsSharedModule.class,
      AwsStorageModule.class,
      JwtAdaptersModule.class,
      AttachmentOperationsModule.class,
      DocumentationOperationsModule.class,
      HeatMapImageModule.class,
      JiraModule.class,
      ProfileOperationsModule.class,
      ReportOperationsModule.class,
      ResanitizeOperationsModule.class,
      StatusOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
      SigningModule.class,
    })
interface ServiceApiComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    ServiceApiComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
