package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.identity.CognitoDirectoryModule;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.operations.identity.IdentityOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that turns credentials into tokens. */
@Singleton
@Component(
    modules = {
      CognitoDirectoryModule.class,
      CognitoKeySetModule.class,
      DynamoDbProfileModule.class,
      EmfModule.class,
      SecretsModule.class,
      AwsSharedModule.class,
      JwtAdaptersModule.class,
      IdentityOperationsModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface AuthComponent {
  /** What it does. */
  HttpFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    AuthComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
