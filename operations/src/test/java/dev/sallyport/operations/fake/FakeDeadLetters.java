package dev.sallyport.operations.fake;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import java.time.Duration;
import java.util.List;

/**
 * The dead letters of a queue, which nobody else looks at.
 *
 * @param queue its name
 * @param letters what is there
 */
record FakeDeadLetters(String queue, List<DeadLetter> letters) implements DeadLetters {
  @Override
  public List<DeadLetter> look(int max, Duration visibility) {
    return letters.stream().limit(max).toList();
  }

  @Override
  public void release(DeadLetter letter) {
    if (!letters.contains(letter)) {
      throw new AssertionError("nobody has seen it");
    }
  }

  @Override
  public void remove(DeadLetter letter) {
    letters.remove(letter);
  }

  @Override
  public long count() {
    return letters.size();
  }
}
