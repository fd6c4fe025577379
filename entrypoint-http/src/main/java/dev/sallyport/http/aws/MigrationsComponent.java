package dev.sallyport.http.aws;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.application.migration.ShowMigrations;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.migration.DynamoDbMigrationModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.operations.migration.MigrationOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.http.SdkHttpClient;

/** What changes the shape of the data of a deployment on services, without any server. */
@Singleton
@Component(
    modules = {
      AwsModule.class,
      AwsSharedModule.class,
      DynamoDbMigrationModule.class,
      MigrationOperationsModule.class,
    })
interface MigrationsComponent {
  /** What runs them. */
  RunMigrations runs();

  /** What tells how it stands. */
  ShowMigrations states();

  /** The connections to all services, to be closed at the end. */
  SdkHttpClient connections();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    MigrationsComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance AwsConfiguration configuration);
  }
}
