package dev.sallyport.application.queue.port;

import java.time.Instant;

/**
 * A message in the hands of one receiver.
 *
 * @param id names it for good, over all its deliveries
 * @param body what was sent
 * @param handle of this receipt
 * @param receiveCount how often it was received, this time included
 * @param sentAt when it was sent
 */
public record ReceivedMessage(
    String id, String body, ReceiptHandle handle, int receiveCount, Instant sentAt) {
  @Override
  public String toString() {
    return "ReceivedMessage[" + id + ", receiveCount=" + receiveCount + "]";
  }
}
