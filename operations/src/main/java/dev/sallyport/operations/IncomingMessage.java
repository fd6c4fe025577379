package dev.sallyport.operations;

import java.time.Instant;

/**
 * A message as an entrypoint received it.
 *
 * @param id names it over all its deliveries
 * @param body its text; not believed
 * @param receiveCount how often it was received, this time included
 * @param sentAt when it was sent
 */
public record IncomingMessage(String id, String body, int receiveCount, Instant sentAt) {
  /** Rejects a message that was never received. */
  public IncomingMessage {
    if (receiveCount < 1) {
      throw new IllegalArgumentException("a message in hand was received at least once");
    }
  }

  @Override
  public String toString() {
    return "IncomingMessage[" + id + ", receiveCount=" + receiveCount + "]";
  }
}
