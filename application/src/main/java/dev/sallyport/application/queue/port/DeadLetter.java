package dev.sallyport.application.queue.port;

import java.time.Instant;

/**
 * A message that nobody could handle, in the hands of one who looks at it.
 *
 * @param id names it among the dead letters of its queue
 * @param body what was sent
 * @param reason the code with which it was given up
 * @param sentAt when it was sent, or sent to the dead-letter queue
 * @param handle of this look
 */
public record DeadLetter(
    String id, String body, String reason, Instant sentAt, ReceiptHandle handle) {
  @Override
  public String toString() {
    return "DeadLetter[" + id + ", " + reason + "]";
  }
}
