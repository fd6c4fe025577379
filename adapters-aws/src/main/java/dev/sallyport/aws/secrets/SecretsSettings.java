package dev.sallyport.aws.secrets;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the secrets of a deployment are.
 *
 * @param secretId name or ARN of the entry in Secrets Manager; when there is none, {@code given}
 *     holds
 * @param given what the environment says
 * @param maxAge how long secrets that were read are used without asking again; they outlive it
 *     twelve times over while Secrets Manager is away
 */
public record SecretsSettings(Optional<String> secretId, GivenSecrets given, Duration maxAge) {
  /** Rejects an age that is none. */
  public SecretsSettings {
    if (!maxAge.isPositive()) {
      throw new IllegalArgumentException("secrets are kept for a while");
    }
  }

  /** Returns settings for an entry, asked again every five minutes. */
  public static SecretsSettings inSecretsManager(String secretId) {
    return new SecretsSettings(Optional.of(secretId), GivenSecrets.none(), Duration.ofMinutes(5));
  }

  /** Returns settings for secrets from the environment. */
  public static SecretsSettings given(GivenSecrets given) {
    return new SecretsSettings(Optional.empty(), given, Duration.ofMinutes(5));
  }
}
