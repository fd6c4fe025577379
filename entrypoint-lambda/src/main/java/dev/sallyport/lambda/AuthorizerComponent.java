package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.jwt.JwtAdaptersModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the authorizer; no class of the SDK is reachable. */
@Singleton
@Component(
    modules = {
      CognitoKeySetModule.class,
      EmfModule.class,
      JwtAdaptersModule.class,
      ConfigurationModule.class,
    })
interface AuthorizerComponent {
  /** What it does. */
  AuthorizerFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    AuthorizerComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
