package dev.sallyport.operations;

import java.time.Duration;

/**
 * What is done with each message of one queue, at least once and in any order: handling a message
 * again changes nothing more.
 */
public interface MessageOperation {
  /** Returns its name, lower camel case. */
  String id();

  /** Returns the name of its queue. */
  String queue();

  /**
   * Returns for how long a received message is hidden from others. Whoever works longer is extended
   * by its entrypoint.
   */
  Duration visibility();

  /**
   * Handles one message. An exception counts as a failure that may pass: the message comes again
   * after its visibility.
   */
  MessageOutcome handle(IncomingMessage message);
}
