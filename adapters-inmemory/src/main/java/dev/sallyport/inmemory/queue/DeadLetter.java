package dev.sallyport.inmemory.queue;

import java.time.Instant;

/**
 * A message in the dead-letter queue.
 *
 * @param id its name; the one it had when the queue itself moved it, a new one when a receiver sent
 *     it there
 * @param body what was sent
 * @param reason why it is there
 * @param sentAt since when its retention counts
 */
record DeadLetter(String id, String body, String reason, Instant sentAt) {
  @Override
  public String toString() {
    return "DeadLetter[" + id + ", " + reason + "]";
  }
}
