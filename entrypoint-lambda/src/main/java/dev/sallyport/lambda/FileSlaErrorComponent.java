package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.sla.DynamoDbSlaModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.sla.SlaOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that takes and shows SLA errors. */
@Singleton
@Component(
    modules = {
      CognitoKeySetModule.class,
      DynamoDbSlaModule.class,
      EmfModule.class,
      SecretsModule.class,
      AwsSharedModule.class,
      JwtAdaptersModule.class,
      SlaOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
      SigningModule.class,
    })
interface FileSlaErrorComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    FileSlaErrorComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
