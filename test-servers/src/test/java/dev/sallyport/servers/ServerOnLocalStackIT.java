package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(LocalStackServer.IS_POSSIBLE)
class ServerOnLocalStackIT {
  @Test
  void answersAsSqs() {
    URI uri = LocalStackServer.shared().uri();
    String queue =
        AwsJson.text(
            AwsJson.call(
                uri, "AmazonSQS.CreateQueue", out -> out.writeStringField("QueueName", "first")),
            "QueueUrl");

    assertThat(queue).endsWith("/first");
  }
}
