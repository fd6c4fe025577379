package dev.sallyport.aws.queue;

import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.shared.CorruptDataException;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Reads what SQS says of a message. */
final class Received {
  private Received() {}

  static ReceivedMessage message(Message message, String port) {
    try {
      return new ReceivedMessage(
          message.messageId(),
          message.body(),
          new ReceiptHandle(message.receiptHandle()),
          Integer.parseInt(
              attribute(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)),
          Instant.ofEpochMilli(
              Long.parseLong(attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP))));
    } catch (NumberFormatException e) {
      throw new CorruptDataException(port + " gives a message without its attributes", e);
    }
  }

  private static String attribute(Message message, MessageSystemAttributeName name) {
    return message.attributes().getOrDefault(name, "");
  }

  /**
   * Tells what a refusal to change the visibility of a message means. SQS has one code for a
   * message that is not there or not hidden, and for one that would be hidden too long; only its
   * words differ (<a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">ChangeMessageVisibility</a>).
   *
   * @return false: nobody may count on having the message
   * @throws IllegalArgumentException when it would be hidden too long
   * @throws SqsException any other refusal
   */
  static boolean isGone(SqsException refusal) {
    if (!refusal.awsErrorDetails().errorCode().contains("InvalidParameterValue")) {
      throw refusal;
    }
    if (refusal.awsErrorDetails().errorMessage().contains("Total VisibilityTimeout")) {
      throw new IllegalArgumentException(
          "hidden for more than 12 hours since its receipt", refusal);
    }
    return false;
  }
}
