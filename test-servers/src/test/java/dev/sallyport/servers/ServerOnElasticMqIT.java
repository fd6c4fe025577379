package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServerOnElasticMqIT {
  private static final ElasticMq SERVER = ElasticMq.shared();

  @Test
  void queuesAreWhereTheServerIs() {
    assertThat(SERVER.queue("first")).isEqualTo(URI.create(SERVER.uri() + "/000000000000/first"));
  }

  @Test
  void aMessageThatNobodyFinishesGoesToTheDeadLetters() {
    URI queue = SERVER.queueWithDeadLetters("fragile", 1);
    URI dead = SERVER.queue("fragile-dead");
    AwsJson.call(
        queue,
        "AmazonSQS.SendMessage",
        out -> {
          out.writeStringField("QueueUrl", queue.toString());
          out.writeStringField("MessageBody", "poison");
        });
    receiveInVain(queue);
    receiveInVain(queue);

    assertThat(Queues.next(dead)).contains("poison");
  }

  private static void receiveInVain(URI queue) {
    AwsJson.call(
        queue,
        "AmazonSQS.ReceiveMessage",
        out -> {
          out.writeStringField("QueueUrl", queue.toString());
          out.writeNumberField("VisibilityTimeout", 0);
        });
  }
}
