package dev.sallyport.application.queue.port;

import java.time.Duration;
import java.util.List;

/**
 * A queue as Amazon SQS has it: at least once, in no promised order, a received message is hidden
 * until its visibility time-out ends, and one that was received too often goes to the dead-letter
 * queue (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html">developer
 * guide</a>).
 *
 * <p>Delays and visibility count in whole seconds; a fraction is rounded up.
 */
public interface MessageQueue {
  /** Most messages of one receive. */
  int MAX_BATCH = 10;

  /** Largest body, in bytes of UTF-8 (SQS: 1 MiB with attributes; 256 KiB keeps older limits). */
  int MAX_BODY_BYTES = 256 * 1024;

  /** Longest delay of a message. */
  Duration MAX_DELAY = Duration.ofMinutes(15);

  /** Longest time that a message can stay hidden, counted from its receipt. */
  Duration MAX_VISIBILITY = Duration.ofHours(12);

  /** Longest time that a receive waits. */
  Duration MAX_WAIT = Duration.ofSeconds(20);

  /** The reason of a message that was received too often. */
  String MAX_RECEIVES = "max_receives";

  /** Returns the queue's name. */
  String name();

  /**
   * Adds a message; returns after it is durable.
   *
   * @param body 1 to {@link #MAX_BODY_BYTES} bytes of UTF-8, made of characters that <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SQS
   *     takes</a>: tab, line feed, carriage return, and U+0020 and above but for surrogates, U+FFFE
   *     and U+FFFF
   * @param delay how long it stays hidden first, zero to {@link #MAX_DELAY}
   * @throws IllegalArgumentException for a body or delay out of range
   */
  void send(String body, Duration delay);

  /**
   * Adds messages, visible at once; returns after all of them are durable.
   *
   * @param bodies any number, each as in {@link #send}; none is sent when one of them is out of
   *     range
   * @throws IllegalArgumentException for a body out of range
   * @throws dev.sallyport.application.shared.PortUnavailableException when none was added
   * @throws dev.sallyport.application.shared.OutcomeUnknownException when some may have been added:
   *     sending all again doubles those and loses none
   */
  void sendAll(List<String> bodies);

  /**
   * Returns messages that are visible now, each hidden from others for a while; waits for the first
   * one when there is none.
   *
   * @param max 1 to {@link #MAX_BATCH}
   * @param visibility how long they are hidden, zero to {@link #MAX_VISIBILITY}
   * @param wait how long to wait for the first, zero to {@link #MAX_WAIT}; returns early with
   *     nothing when the thread is interrupted, leaving it interrupted
   */
  List<ReceivedMessage> receive(int max, Duration visibility, Duration wait);

  /**
   * Deletes a message by the handle of its latest receipt; with an older handle nothing happens,
   * because somebody else has it now, and nobody is told. A message that is gone is fine.
   *
   * @throws IllegalArgumentException for a handle that this queue never gave
   */
  void delete(ReceiptHandle handle);

  /**
   * Hides a message for so long from now, or shows it at once for zero.
   *
   * @return whether the handle was that of the latest receipt and the message still hidden
   * @throws IllegalArgumentException when the message would be hidden for longer than {@link
   *     #MAX_VISIBILITY} since its receipt, or for a handle that this queue never gave
   */
  boolean changeVisibility(ReceiptHandle handle, Duration visibility);

  /**
   * Moves a message to the dead-letter queue with a reason: sent there first, then deleted here, so
   * that a kill in between doubles it and never loses it.
   *
   * @param reason a stable code, never contents: 1 to 64 letters, digits, {@code _ . -}
   */
  void deadLetter(ReceivedMessage message, String reason);

  /**
   * Starts to move all dead letters back to where they came from, as new messages: each can be
   * received as often as any other. Returns once it has begun; a move that is under way already is
   * fine.
   */
  void redrive();

  /** Returns the dead letters of this queue. */
  DeadLetters deadLetters();

  /** Returns about how many messages are where; counts may lag. */
  Depth depth();

  /**
   * How many messages are where.
   *
   * @param visible ready to be received
   * @param hidden received and neither deleted nor shown again
   * @param delayed not yet shown for the first time
   * @param dead in the dead-letter queue
   */
  record Depth(long visible, long hidden, long delayed, long dead) {}
}
