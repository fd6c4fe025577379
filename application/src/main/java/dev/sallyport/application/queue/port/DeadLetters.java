package dev.sallyport.application.queue.port;

import java.time.Duration;
import java.util.List;

/** What a queue has given up, to be looked through and removed. */
public interface DeadLetters {
  /** Returns the name of the queue that they are of. */
  String queue();

  /**
   * Returns dead letters that nobody looks at now, each hidden from others for a while. One look
   * may find fewer than there are.
   *
   * @param max 1 to {@link MessageQueue#MAX_BATCH}
   * @param visibility how long they are hidden, zero to {@link MessageQueue#MAX_VISIBILITY}
   */
  List<DeadLetter> look(int max, Duration visibility);

  /** Shows a letter to others again; nothing happens when somebody else has it by now. */
  void release(DeadLetter letter);

  /** Removes a letter for good; nothing happens when somebody else has it by now. */
  void remove(DeadLetter letter);

  /** Returns about how many there are, hidden ones among them; may lag. */
  long count();
}
