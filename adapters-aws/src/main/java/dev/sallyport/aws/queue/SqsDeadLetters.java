package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.queue.port.QueueLimits;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.aws.shared.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The dead-letter queue of a queue of SQS. */
final class SqsDeadLetters implements DeadLetters {
  /** The attribute with which a receiver says why; SQS itself says nothing. */
  static final String REASON = "reason";

  /** A receive that waits asks all servers of the queue; one that does not, only some. */
  private static final int WAIT_SECONDS = 1;

  private final SqsClient client;
  private final String queue;
  private final String url;
  private final String port;

  SqsDeadLetters(SqsSettings.Queue queue, SqsClient client) {
    this.client = client;
    this.queue = queue.name();
    this.url = queue.dead().toString();
    this.port = "dead letters of " + queue.name();
  }

  @Override
  public String queue() {
    return queue;
  }

  @Override
  public List<DeadLetter> look(int max, Duration visibility) {
    QueueLimits.requireBatch(max);
    Duration hidden = QueueLimits.wholeSeconds(visibility, MessageQueue.MAX_VISIBILITY);
    ReceiveMessageRequest request =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .maxNumberOfMessages(max)
            .visibilityTimeout((int) hidden.toSeconds())
            .waitTimeSeconds(WAIT_SECONDS)
            .messageAttributeNames(REASON)
            .messageSystemAttributeNames(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                MessageSystemAttributeName.SENT_TIMESTAMP)
            .overrideConfiguration(times ->
                times
                    .apiCallAttemptTimeout(Patience.LONG_POLL.attempt())
                    .apiCallTimeout(Patience.LONG_POLL.call()))
            .build();
    return InterruptibleCall.run(
            () -> Failures.reading(port, () -> client.receiveMessage(request).messages()))
        .orElseGet(List::of)
        .stream()
        .map(this::letter)
        .toList();
  }

  private DeadLetter letter(Message message) {
    ReceivedMessage received = Received.message(message, port);
    String reason =
        Optional.ofNullable(message.messageAttributes().get(REASON))
            .map(MessageAttributeValue::stringValue)
            .orElse(MessageQueue.MAX_RECEIVES);
    return new DeadLetter(
        received.id(), received.body(), reason, received.sentAt(), received.handle());
  }

  @Override
  public void release(DeadLetter letter) {
    Failures.writing(
        port,
        () -> {
          try {
            client.changeMessageVisibility(request ->
                request.queueUrl(url).receiptHandle(letter.handle().value()).visibilityTimeout(0));
            return true;
          } catch (MessageNotInflightException | ReceiptHandleIsInvalidException gone) {
            return false;
          } catch (SqsException e) {
            return Received.isGone(e);
          }
        });
  }

  @Override
  public void remove(DeadLetter letter) {
    Failures.writing(
        port,
        () -> {
          try {
            client.deleteMessage(
                request -> request.queueUrl(url).receiptHandle(letter.handle().value()));
            return true;
          } catch (ReceiptHandleIsInvalidException gone) {
            return false;
          }
        });
  }

  @Override
  public long count() {
    return QueueCounts.of(client, url, port).all();
  }
}
