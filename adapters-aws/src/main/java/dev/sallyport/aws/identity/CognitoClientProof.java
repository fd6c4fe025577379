package dev.sallyport.aws.identity;

import dev.sallyport.aws.secrets.DeploymentSecrets;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the app client says of itself in each call: its id, and a proof where it has a secret. */
final class CognitoClientProof {
  private final DeploymentSecrets secrets;
  private final CognitoSettings settings;

  @Inject
  CognitoClientProof(DeploymentSecrets secrets, CognitoSettings settings) {
    this.secrets = secrets;
    this.settings = settings;
  }

  String clientId() {
    return settings.clientId();
  }

  /** Returns the client's secret, where it has one. */
  @Nullable String clientSecret() {
    return secrets.cognitoClientSecret().orElse(null);
  }

  /** Returns the proof for a call about this user, or null where the client has no secret. */
  @Nullable String of(String username) {
    Optional<String> secret = secrets.cognitoClientSecret();
    return secret.map(known -> SecretHash.of(username, clientId(), known)).orElse(null);
  }

  /** Adds the proof to parameters of a sign-in. */
  Map<String, String> with(String username, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    Optional.ofNullable(of(username)).ifPresent(proof -> all.put("SECRET_HASH", proof));
    return all;
  }
}
