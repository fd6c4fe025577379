package dev.sallyport.aws.secrets;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Finds the secrets where {@link SecretsSettings} says. */
@Module
public interface SecretsModule {
  /** Returns the deployment's secrets, not yet read. */
  @Provides
  @Singleton
  static DeploymentSecrets secrets(
      SecretsSettings settings, Lazy<SecretsManagerClient> client, Clock clock) {
    return settings
        .secretId()
        .<DeploymentSecrets>map(
            id -> new SecretsManagerSecrets(client, id, settings.maxAge(), clock))
        .orElse(settings.given());
  }

  /** Returns the client, made when it is first needed. */
  @Provides
  @Singleton
  static SecretsManagerClient client(AwsClients clients) {
    return clients
        .configure(SecretsManagerClient.builder(), AwsService.SECRETS_MANAGER, Patience.REQUEST)
        .build();
  }
}
