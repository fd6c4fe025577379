package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.migration.DynamoDbMigrationModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.migration.MigrationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that changes the shape of stored data. */
@Singleton
@Component(
    modules = {
      CognitoKeySetModule.class,
      DynamoDbMigrationModule.class,
      EmfModule.class,
      AwsSharedModule.class,
      JwtAdaptersModule.class,
      MigrationOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface MigrationComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    MigrationComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
