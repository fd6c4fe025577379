package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.ReceiptHandle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receipt handle says.
 *
 * @param queue name of the queue that gave it
 * @param messageId whose receipt it is
 * @param receiveCount which receipt of that message it is
 */
record MessageReceipt(String queue, String messageId, int receiveCount) {
  /** Ends the name of a dead-letter queue; no name that is given has it. */
  static final String DEAD = "+dead";

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{1,80}(?:\\+dead)?)/([0-9a-f-]{36})/([0-9]{1,9})");

  /**
   * Reads a handle.
   *
   * @throws IllegalArgumentException when it is not one that this queue gives
   */
  static MessageReceipt read(ReceiptHandle handle, String queue) {
    Matcher matcher = FORM.matcher(handle.value());
    if (!matcher.matches() || !matcher.group(1).equals(queue)) {
      throw new IllegalArgumentException("not a receipt handle of this queue");
    }
    return new MessageReceipt(queue, matcher.group(2), Integer.parseInt(matcher.group(3)));
  }

  static MessageReceipt of(String queue, QueuedMessage message) {
    return new MessageReceipt(queue, message.id(), message.receiveCount());
  }

  ReceiptHandle handle() {
    return new ReceiptHandle(queue + "/" + messageId + "/" + receiveCount);
  }

  boolean isLatestOf(QueuedMessage message) {
    return message.id().equals(messageId) && message.receiveCount() == receiveCount;
  }
}
