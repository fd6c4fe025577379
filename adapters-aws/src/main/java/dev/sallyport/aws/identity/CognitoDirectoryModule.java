package dev.sallyport.aws.identity;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Fills the role of {@link UserDirectory}; needs {@link CognitoSettings}, the deployment's secrets
 * and {@link AwsClients}.
 */
@Module
public interface CognitoDirectoryModule {
  /** The users of the pool. */
  @Binds
  UserDirectory directory(CognitoUserDirectory directory);

  /** Returns the client, made when it is first needed. */
  @Provides
  @Singleton
  static CognitoIdentityProviderClient client(AwsClients clients) {
    return clients
        .configure(CognitoIdentityProviderClient.builder(), AwsService.COGNITO, Patience.REQUEST)
        .build();
  }
}
