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
            "aws-region",
            "aws-access-key",
            "aws-secret-key",
            "s3-endpoint",
            "sqs-endpoint",
            "dynamodb-endpoint",
            "cognito-endpoint",
            "quarantine-bucket",
            "clean-bucket",
            "retained-bucket",
            "sanitization-queue",
            "sanitization-dead-letters",
            "audit-queue",
            "audit-dead-letters",
            "table",
            "cognito-issuer",
            "cognito-pool",
            "cognito-client",
            "cognito-user",
            "cognito-password");
    assertThat(settings.values()).allSatisfy(value -> assertThat(value).isNotBlank());
  }
}
