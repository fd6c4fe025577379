package dev.sallyport.aws.secrets;

import dagger.Lazy;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Reads the deployment's secret from <a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">Secrets
 * Manager</a> when it is first needed, and again when what it knows is too old. The versions before
 * and after the last rotation ({@code AWSPREVIOUS}, {@code AWSCURRENT}) are read together.
 *
 * <p>While Secrets Manager is away, what is known stays in use for {@value #OUTAGE_FACTOR} times as
 * long, and no more than one call in a second asks again.
 */
final class SecretsManagerSecrets implements DeploymentSecrets {
  private static final String PORT = "secrets";
  private static final int OUTAGE_FACTOR = 12;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(SecretsManagerSecrets.class);

  private final Lazy<SecretsManagerClient> client;
  private final String secretId;
  private final Duration maxAge;
  private final Clock clock;

  private @Nullable Known known; // guarded by this
  private Instant lastFailure = Instant.MIN; // guarded by this

  SecretsManagerSecrets(
      Lazy<SecretsManagerClient> client, String secretId, Duration maxAge, Clock clock) {
    this.client = client;
    this.secretId = secretId;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  private record Known(SecretText current, Optional<SecretText> previous, Instant asOf) {}

  @Override
  public List<byte[]> pageTokenKeys() {
    Known now = known();
    return Stream.concat(Stream.of(now.current()), now.previous().stream())
        .map(secret -> secret.pageTokenKey().clone())
        .toList();
  }

  @Override
  public Optional<String> cognitoClientSecret() {
    return known().current().cognitoClientSecret();
  }

  @Override
  public Optional<String> trackerToken() {
    return known().current().trackerToken();
  }

  private synchronized Known known() {
    @Nullable Known last = known;
    Instant now = clock.instant();
    if (last != null && isYounger(last, now, maxAge)) {
      return last;
    }
    boolean usable = last != null && isYounger(last, now, maxAge.multipliedBy(OUTAGE_FACTOR));
    if (last != null && usable && now.isBefore(lastFailure.plus(RETRY_AFTER))) {
      return last;
    }
    try {
      Known read = read(now);
      known = read;
      return read;
    } catch (PortUnavailableException e) {
      if (last == null || !usable) {
        throw e;
      }
      lastFailure = now;
      LOG.atWarn()
          .addKeyValue("code", "secrets_unavailable")
          .setCause(e)
          .log("secrets that were read before stay in use");
      return last;
    }
  }

  /** A clock that was set back must not make anything last. */
  private static boolean isYounger(Known one, Instant now, Duration age) {
    return Duration.between(one.asOf(), now).abs().compareTo(age) < 0;
  }

  private Known read(Instant now) {
    SecretText current =
        version("AWSCURRENT")
            .orElseThrow(
                () -> new PortUnavailableException("the deployment has no secret yet", null));
    // There is none before the first rotation.
    return new Known(current, version("AWSPREVIOUS"), now);
  }

  private Optional<SecretText> version(String stage) {
    return Failures.reading(PORT, () -> ask(stage)).map(SecretText::parse);
  }

  private Optional<String> ask(String stage) {
    try {
      return Optional.of(
          Objects.requireNonNullElse(
              client
                  .get()
                  .getSecretValue(request -> request.secretId(secretId).versionStage(stage))
                  .secretString(),
              ""));
    } catch (ResourceNotFoundException none) {
      return Optional.empty();
    }
  }
}
