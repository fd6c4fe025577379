package dev.sallyport.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.queue.DeadLetterContract;
import dev.sallyport.contract.queue.LongPollContract;
import dev.sallyport.contract.queue.MessageQueueContract;
import dev.sallyport.contract.queue.VisibilityContract;
import dev.sallyport.servers.ElasticMq;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class MessageQueueOnElasticMqIT
    implements MessageQueueContract, VisibilityContract, DeadLetterContract, LongPollContract {
  private static final SdkHttpClient HTTP = Apache5HttpClient.create();
  private static final URI SERVER = ElasticMq.shared().uri();
  private static final AtomicInteger MADE = new AtomicInteger();

  /** The server's clock ticks in the same milliseconds, but its answers take some of their own. */
  private static final Duration MARGIN = Duration.ofMillis(150);

  private final String name = "it-" + MADE.incrementAndGet();
  private final URI url = URI.create(SERVER + "/000000000000/" + name);
  private final URI dead = URI.create(url + "-dead");
  private final QueueComponent component =
      QueueComponent.on(SERVER, HTTP, new SqsSettings.Queue(name, url, dead));
  private final SqsClient client = component.client();

  @BeforeEach
  void createQueues() {
    client.createQueue(request -> request.queueName(name + "-dead"));
    String arn =
        client
            .getQueueAttributes(request ->
                request.queueUrl(dead.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn, MAX_RECEIVES);
    client.createQueue(request ->
        request.queueName(name).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)));
  }

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Override
  public MessageQueue queue() {
    return component.queues().queue(name);
  }

  @Override
  public void pass(Duration time) {
    long end = System.nanoTime() + time.plus(MARGIN).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  @Override
  public List<Dead> deadLetters(MessageQueue queue) {
    return client
        .receiveMessage(request ->
            request
                .queueUrl(dead.toString())
                .maxNumberOfMessages(10)
                .visibilityTimeout(0)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All"))
        .messages()
        .stream()
        .map(message -> new Dead(message.body(), reason(message)))
        .toList();
  }

  private static String reason(Message message) {
    return attribute(message, "reason").orElse(MessageQueue.MAX_RECEIVES);
  }

  // ElasticMQ refuses a handle that is not the latest one any more, where SQS says nothing.

  @Override
  @Test
  public void deletedMessageNeverComesAgain() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(SHORT);

    queue.delete(received.handle());
    assertRefused(() -> queue.delete(received.handle()));

    pass(SHORT);
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Override
  @Test
  public void olderHandleDeletesNothing() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(Duration.ZERO);
    ReceivedMessage second = receiveOne(SHORT);

    assertRefused(() -> queue.delete(first.handle()));

    pass(SHORT);
    assertThat(receiveOne(LONG).id()).isEqualTo(second.id());
  }

  @Override
  @Test
  public void olderHandleChangesNoVisibility() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(Duration.ZERO);
    receiveOne(LONG);

    assertRefused(() -> queue.changeVisibility(first.handle(), Duration.ZERO));

    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();
  }

  @Override
  @Test
  public void messageMovedByAnOlderHandleIsDoubledAndNotLost() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage first = receiveOne(Duration.ZERO);
    ReceivedMessage second = receiveOne(SHORT);

    assertRefused(() -> queue.deadLetter(first, "unreadable_message"));

    Await.untilAsserted(() -> assertThat(deadLetters(queue)).hasSize(1));
    pass(SHORT);
    assertThat(receiveOne(LONG).id()).isEqualTo(second.id());
  }

  /** ElasticMQ hides what is shown, where SQS says that it is not in flight. */
  @Override
  @Test
  public void visibilityOfAMessageThatIsNotHiddenCannotBeChanged() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage shown = receiveOne(Duration.ZERO);

    assertThat(queue.changeVisibility(shown.handle(), LONG)).isTrue();
    assertThat(queue.receive(10, LONG, Duration.ZERO)).isEmpty();

    queue.delete(shown.handle());
    assertRefused(() -> queue.changeVisibility(shown.handle(), LONG));
  }

  private ReceivedMessage receiveOne(Duration visibility) {
    return queue().receive(1, visibility, Duration.ofSeconds(5)).getFirst();
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deadLetterSaysWhichMessageItWas() {
    MessageQueue queue = queue();
    queue.send("x", Duration.ZERO);
    ReceivedMessage received = receiveOne(LONG);

    queue.deadLetter(received, "unreadable");

    Message letter =
        client
            .receiveMessage(request ->
                request.queueUrl(dead.toString()).waitTimeSeconds(5).messageAttributeNames("All"))
            .messages()
            .getFirst();
    assertThat(attribute(letter, "source_message_id")).contains(received.id());
    assertThat(attribute(letter, "receive_count")).contains("1");
  }

  private static Optional<String> attribute(Message message, String name) {
    return Optional.ofNullable(message.messageAttributes().get(name))
        .map(MessageAttributeValue::stringValue);
  }
}
