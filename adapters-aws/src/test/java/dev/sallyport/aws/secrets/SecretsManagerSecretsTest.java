package dev.sallyport.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.CannedHttp;
import dev.sallyport.contract.fixtures.MutableClock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerSecretsTest {
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/x-amz-json-1.1");
  private static final String NO_SUCH_VERSION =
      "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"no such version\"}";

  private final MutableClock clock = MutableClock.atNoon();
  private final CannedHttp http = new CannedHttp();
  private final SecretsManagerSecrets secrets =
      new SecretsManagerSecrets(this::client, "sallyport", Duration.ofMinutes(5), clock);

  private SecretsManagerClient client() {
    return SecretsManagerClient.builder()
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))
        .httpClient(http)
        .overrideConfiguration(override ->
            override
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(strategy -> strategy.maxAttempts(1)))
        .build();
  }

  private static String key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return Base64.getEncoder().encodeToString(key);
  }

  private static String version(String secret) {
    return "{\"SecretString\":\"" + secret.replace("\"", "\\\"") + "\"}";
  }

  private void holds(String current, String previous) {
    http.answer(200, JSON, version(current));
    if (previous.isEmpty()) {
      http.answer(400, JSON, NO_SUCH_VERSION);
    } else {
      http.answer(200, JSON, version(previous));
    }
  }

  @Test
  void bothVersionsOfARotationOpenAndTheNewerSeals() {
    holds("{\"pageTokenKey\":\"" + key(2) + "\"}", "{\"pageTokenKey\":\"" + key(1) + "\"}");
    assertThat(secrets.pageTokenKeys())
        .extracting(key -> key[0])
        .containsExactly((byte) 2, (byte) 1);
    assertThat(http.requests()).hasSize(2);
    assertThat(http.requests().getFirst().body())
        .contains("\"SecretId\":\"sallyport\"")
        .contains("\"VersionStage\":\"AWSCURRENT\"");
    assertThat(http.requests().getLast().body()).contains("\"VersionStage\":\"AWSPREVIOUS\"");
  }

  @Test
  void theTokenOfTheTrackerIsTheCurrentOneOrThereIsNone() {
    String before = "{\"pageTokenKey\":\"" + key(1) + "\",\"trackerToken\":\"t1\"}";
    holds("{\"pageTokenKey\":\"" + key(2) + "\",\"trackerToken\":\"t2\"}", before);
    assertThat(secrets.trackerToken()).contains("t2");
    clock.advance(Duration.ofMinutes(5));
    holds("{\"pageTokenKey\":\"" + key(2) + "\"}", before);
    assertThat(secrets.trackerToken()).isEmpty();
  }

  @Test
  void secretsAreReadOnceAndAgainWhenTheyAreOld() {
    holds("{\"pageTokenKey\":\"" + key(1) + "\",\"cognitoClientSecret\":\"s\",\"x\":[1]}", "");
    assertThat(secrets.cognitoClientSecret()).contains("s");
    clock.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(secrets.pageTokenKeys()).hasSize(1);
    assertThat(http.requests()).hasSize(2);
    clock.advance(Duration.ofNanos(1));
    holds("{\"pageTokenKey\":\"" + key(2) + "\"}", "{\"pageTokenKey\":\"" + key(1) + "\"}");
    assertThat(secrets.pageTokenKeys()).hasSize(2);
    assertThat(secrets.cognitoClientSecret()).isEmpty();
  }

  @Test
  void anOutageKeepsWhatWasKnownForAnHour() {
    holds("{\"pageTokenKey\":\"" + key(1) + "\"}", "");
    assertThat(secrets.pageTokenKeys()).hasSize(1);
    clock.advance(Duration.ofMinutes(6));
    http.fail("away");
    assertThat(secrets.pageTokenKeys()).hasSize(1);
    assertThat(secrets.pageTokenKeys()).as("asked again only after a while").hasSize(1);
    assertThat(http.requests()).hasSize(3);
    clock.advance(Duration.ofMinutes(60));
    http.fail("away");
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(secrets::pageTokenKeys);
  }

  @Test
  void whatIsNoSecretIsCorruptAndNeverQuoted() {
    for (String wrong : List.of("", "[]", "hunter2", "{\"pageTokenKey\":\"aHVudGVyMg==\"}", "{")) {
      http.answer(200, JSON, version(wrong));
      assertThatExceptionOfType(CorruptDataException.class)
          .as(wrong)
          .isThrownBy(secrets::pageTokenKeys)
          .withMessageNotContaining("unter")
          .withNoCause();
    }
  }

  @Test
  void aDeploymentWithoutItsSecretIsUnavailable() {
    http.answer(400, JSON, NO_SUCH_VERSION);
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(secrets::pageTokenKeys);
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(
            SecretText.parse(
                "{\"pageTokenKey\":\""
                    + key(1)
                    + "\",\"cognitoClientSecret\":\"s3\",\"trackerToken\":\"t1\"}"))
        .hasToString("SecretText[redacted]");
    assertThat(GivenSecrets.none()).hasToString("GivenSecrets[redacted]");
  }
}
