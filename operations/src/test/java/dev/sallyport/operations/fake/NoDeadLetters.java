package dev.sallyport.operations.fake;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import java.time.Duration;
import java.util.List;

/**
 * The dead letters of a queue that has none.
 *
 * @param queue its name
 */
record NoDeadLetters(String queue) implements DeadLetters {
  @Override
  public List<DeadLetter> look(int max, Duration visibility) {
    return List.of();
  }

  @Override
  public void release(DeadLetter letter) {
    throw new AssertionError("there is none");
  }

  @Override
  public void remove(DeadLetter letter) {
    throw new AssertionError("there is none");
  }

  @Override
  public long count() {
    return 0;
  }
}
