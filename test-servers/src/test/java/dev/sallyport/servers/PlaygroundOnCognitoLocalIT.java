package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaygroundOnCognitoLocalIT {
  @Test
  void everythingThatADeploymentNeedsIsThere() {
    Map<String, String> settings = Playground.start(false);

    assertThat(settings)
        .containsOnlyKeys(
            "region",
            "access-key-id",
            "secret-access-key",
            "s3-endpoint",
            "sqs-endpoint",
            "dynamodb-endpoint",
            "cognito-endpoint",
            "quarantine-bucket",
            "clean-bucket",
            "assets-bucket",
            "assets-url",
            "sanitization-queue",
            "sanitization-dead-queue",
            "audit-queue",
            "audit-dead-queue",
            "renditions-queue",
            "renditions-dead-queue",
            "heat-map-queue",
            "heat-map-dead-queue",
            "activity-queue",
            "activity-dead-queue",
            "pictures-queue",
            "pictures-dead-queue",
            "tracker-queue",
            "tracker-dead-queue",
            "table-prefix",
            "create-tables",
            "page-token-key",
            "issuer",
            "user-pool-id",
            "client-id",
            "# sign-in");
    assertThat(settings.values()).allSatisfy(value -> assertThat(value).isNotBlank());
  }
}
