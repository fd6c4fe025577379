package dev.sallyport.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.CannedHttp;
import dev.sallyport.aws.shared.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What is asked of SQS, and what its answers and silences mean. */
class SqsMessageQueueTest {
  private static final URI SQS = URI.create("https://sqs.example.com");
  private static final SqsSettings.Queue QUEUE =
      new SqsSettings.Queue(
          "audit",
          URI.create("https://sqs.example.com/123456789012/prod-audit"),
          URI.create("https://sqs.example.com/123456789012/prod-audit-dead"));
  private static final ReceivedMessage MESSAGE =
      new ReceivedMessage("id-1", "body", new ReceiptHandle("handle-1"), 2, Instant.EPOCH);

  private final CannedHttp http = new CannedHttp();
  private final MessageQueue queue = QueueComponent.on(SQS, http, QUEUE).queues().queue("audit");

  @Test
  void receiveAsksForTheCountsThatItReturns() {
    http.answer(
        200,
        Map.of(),
        """
        {"Messages":[{"MessageId":"id","ReceiptHandle":"h","Body":"x",
         "MD5OfBody":"9dd4e461268c8034f5c8564e155c67a6",
         "Attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1000"}}]}
        """);

    assertThat(queue.receive(7, Duration.ofMillis(1_001), Duration.ofSeconds(20)))
        .containsExactly(
            new ReceivedMessage("id", "x", new ReceiptHandle("h"), 3, Instant.ofEpochSecond(1)));

    CannedHttp.Request request = http.requests().getFirst();
    assertThat(request.header("X-Amz-Target")).isEqualTo("AmazonSQS.ReceiveMessage");
    assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(request.body())
        .contains("\"MaxNumberOfMessages\":7")
        .contains("\"VisibilityTimeout\":2")
        .contains("\"WaitTimeSeconds\":20")
        .contains("[\"ApproximateReceiveCount\",\"SentTimestamp\"]");
  }

  @Test
  void messageWithoutItsCountsIsCorrupt() {
    http.answer(
        200,
        Map.of(),
        """
        {"Messages":[{"MessageId":"id","ReceiptHandle":"h","Body":"x",
         "MD5OfBody":"9dd4e461268c8034f5c8564e155c67a6"}]}
        """);

    assertThatThrownBy(() -> queue.receive(1, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(CorruptDataException.class);
  }

  @Test
  void throttledReceiveIsTriedAgain() {
    refuse("RequestThrottled", "slow down").answer(200, Map.of(), "{}");

    assertThat(queue.receive(1, Duration.ZERO, Duration.ZERO)).isEmpty();
    assertThat(http.requests()).hasSize(2);
  }

  @Test
  void deadLetterThatMayNotHaveBeenSentLeavesTheMessage() {
    refuse("AccessDenied", "no");

    assertThatThrownBy(() -> queue.deadLetter(MESSAGE, "unreadable"))
        .isInstanceOf(PortUnavailableException.class);

    assertThat(http.requests()).hasSize(1);
    CannedHttp.Request sent = http.requests().getFirst();
    assertThat(sent.header("X-Amz-Target")).isEqualTo("AmazonSQS.SendMessage");
    assertThat(sent.body())
        .contains("prod-audit-dead")
        .contains("\"reason\":{\"StringValue\":\"unreadable\"")
        .contains("\"source_message_id\":{\"StringValue\":\"id-1\"")
        .contains("\"receive_count\":{\"StringValue\":\"2\"");
  }

  @Test
  void messageThatIsGoneCannotBeHidden() {
    refuse(
        "InvalidParameterValue",
        "Reason: Message does not exist or is not available for" + " visibility timeout change.");
    assertThat(queue.changeVisibility(MESSAGE.handle(), Duration.ofSeconds(5))).isFalse();

    refuse("AWS.SimpleQueueService.MessageNotInflight", "not in flight");
    assertThat(queue.changeVisibility(MESSAGE.handle(), Duration.ofSeconds(5))).isFalse();
  }

  @Test
  void messageCannotBeHiddenForMoreThanTwelveHours() {
    refuse(
        "InvalidParameterValue",
        "Total VisibilityTimeout for the message is beyond the limit" + " [43200 seconds]");

    assertThatThrownBy(() -> queue.changeVisibility(MESSAGE.handle(), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherRefusalToHideIsAnOutage() {
    refuse("AccessDenied", "no");

    assertThatThrownBy(() -> queue.changeVisibility(MESSAGE.handle(), Duration.ofHours(1)))
        .isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void redriveThatIsUnderWayAlreadyIsFine() {
    arns();
    refuse("AWS.SimpleQueueService.UnsupportedOperation", "there is a task");
    http.answer(200, Map.of(), "{\"Results\":[{\"Status\":\"RUNNING\"}]}");

    queue.redrive();

    assertThat(http.requests().get(2).body())
        .contains("\"SourceArn\":\"arn:dead\"")
        .contains("\"DestinationArn\":\"arn:here\"");
  }

  @Test
  void redriveThatIsRefusedIsAnOutage() {
    arns();
    refuse("AccessDenied", "no");
    http.answer(200, Map.of(), "{\"Results\":[{\"Status\":\"COMPLETED\"}]}");

    assertThatThrownBy(queue::redrive).isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void silentServerIsGivenUpWithinItsPatience() throws IOException {
    Patience short2 = new Patience(Duration.ofMillis(150), Duration.ofMillis(400), 2);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SdkHttpClient real = Apache5HttpClient.create()) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      SqsClient client =
          QueueComponent.on(address, real, QUEUE)
              .clients()
              .configure(SqsClient.builder(), AwsService.SQS, short2)
              .build();
      long start = System.nanoTime();

      assertThatThrownBy(() -> new SqsMessageQueue(QUEUE, client).send("x", Duration.ZERO))
          .isInstanceOf(OutcomeUnknownException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void queueThatNobodyConfiguredIsRefused() {
    SqsQueues queues = QueueComponent.on(SQS, http, QUEUE).queues();

    assertThatThrownBy(() -> queues.queue("other")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsRefuseWhatIsNoQueue() {
    URI url = QUEUE.url();
    for (String bad : List.of("ftp://h/q", "https://h", "https://h/q?x", "https://h/q.fifo")) {
      assertThatThrownBy(() -> new SqsSettings.Queue("q", URI.create(bad), url))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new SqsSettings.Queue("a b", url, QUEUE.dead()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SqsSettings(List.of(new SqsSettings.Queue("q", url, url))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void arns() {
    http.answer(200, Map.of(), "{\"Attributes\":{\"QueueArn\":\"arn:dead\"}}")
        .answer(200, Map.of(), "{\"Attributes\":{\"QueueArn\":\"arn:here\"}}");
  }

  private CannedHttp refuse(String code, String message) {
    return http.answer(
        400,
        Map.of("x-amzn-query-error", code + ";Sender"),
        "{\"__type\":\"com.amazonaws.sqs#%s\",\"message\":\"%s\"}"
            .formatted(code.substring(code.lastIndexOf('.') + 1), message));
  }
}
