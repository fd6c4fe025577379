package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.aws.shared.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * A standard queue of SQS and its dead-letter queue.
 *
 * <p>What is received while its receiver is interrupted stays hidden until its visibility ends, as
 * if the receiver had been killed.
 */
final class SqsMessageQueue implements MessageQueue {
  private final SqsSettings.Queue queue;
  private final SqsClient client;
  private final String url;
  private final String dead;
  private final String port;

  SqsMessageQueue(SqsSettings.Queue queue, SqsClient client) {
    this.queue = queue;
    this.client = client;
    this.url = queue.url().toString();
    this.dead = queue.dead().toString();
    this.port = "queue " + queue.name();
  }

  @Override
  public String name() {
    return queue.name();
  }

  @Override
  public void send(String body, Duration delay) {
    QueueLimits.bodyBytes(body);
    int seconds = seconds(delay, MAX_DELAY);
    Failures.writing(
        port,
        () ->
            client.sendMessage(
                request -> request.queueUrl(url).messageBody(body).delaySeconds(seconds)));
  }

  @Override
  public void sendAll(List<String> bodies) {
    bodies.forEach(QueueLimits::bodyBytes);
    new BatchSender(client, queue).send(bodies);
  }

  @Override
  public List<ReceivedMessage> receive(int max, Duration visibility, Duration wait) {
    QueueLimits.requireBatch(max);
    Patience patience = wait.isZero() ? Patience.REQUEST : Patience.LONG_POLL;
    ReceiveMessageRequest request =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .maxNumberOfMessages(max)
            .visibilityTimeout(seconds(visibility, MAX_VISIBILITY))
            .waitTimeSeconds(seconds(wait, MAX_WAIT))
            .messageSystemAttributeNames(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                MessageSystemAttributeName.SENT_TIMESTAMP)
            .overrideConfiguration(times ->
                times.apiCallAttemptTimeout(patience.attempt()).apiCallTimeout(patience.call()))
            .build();
    return InterruptibleCall.run(
            () -> Failures.reading(port, () -> client.receiveMessage(request).messages()))
        .orElseGet(List::of)
        .stream()
        .map(this::received)
        .toList();
  }

  private ReceivedMessage received(Message message) {
    return Received.message(message, port);
  }

  @Override
  public void delete(ReceiptHandle handle) {
    Failures.writing(
        port,
        () -> {
          try {
            return client.deleteMessage(
                request -> request.queueUrl(url).receiptHandle(handle.value()));
          } catch (ReceiptHandleIsInvalidException e) {
            throw notOfThisQueue(e);
          }
        });
  }

  @Override
  public boolean changeVisibility(ReceiptHandle handle, Duration visibility) {
    int seconds = seconds(visibility, MAX_VISIBILITY);
    return Failures.writing(
        port,
        () -> {
          try {
            client.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(handle.value()).visibilityTimeout(seconds));
            return true;
          } catch (MessageNotInflightException e) {
            return false;
          } catch (ReceiptHandleIsInvalidException e) {
            throw notOfThisQueue(e);
          } catch (SqsException e) {
            return Received.isGone(e);
          }
        });
  }

  private static IllegalArgumentException notOfThisQueue(SqsException cause) {
    return new IllegalArgumentException("not a receipt handle of this queue", cause);
  }

  @Override
  public void deadLetter(ReceivedMessage message, String reason) {
    QueueLimits.requireReason(reason);
    QueueLimits.bodyBytes(message.body());
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            SqsDeadLetters.REASON,
            text(reason),
            "source_message_id",
            text(message.id()),
            "receive_count",
            text(Integer.toString(message.receiveCount())));
    Failures.writing(
        port,
        () ->
            client.sendMessage(request ->
                request.queueUrl(dead).messageBody(message.body()).messageAttributes(attributes)));
    delete(message.handle());
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  @Override
  public void redrive() {
    new Redrive(client, port).start(dead, url);
  }

  @Override
  public DeadLetters deadLetters() {
    return new SqsDeadLetters(queue, client);
  }

  @Override
  public Depth depth() {
    QueueCounts here = QueueCounts.of(client, url, port);
    return new Depth(here.visible(), here.hidden(), here.delayed(), deadLetters().count());
  }

  private static int seconds(Duration time, Duration most) {
    return (int) QueueLimits.wholeSeconds(time, most).toSeconds();
  }
}
