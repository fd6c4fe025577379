package dev.sallyport.application.queue;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Shows dead letters to an operator and leaves them where they are. */
public final class PeekDeadLetters {
  /** How long whoever is killed while looking hides what was seen. */
  private static final Duration HIDDEN = Duration.ofSeconds(30);

  /** Takes nothing. */
  @Inject
  public PeekDeadLetters() {}

  /**
   * Returns some dead letters; those that somebody else looks at are not among them.
   *
   * @param max as for {@link DeadLetters#look}
   */
  public List<DeadLetter> peek(DeadLetters letters, int max) {
    List<DeadLetter> seen = letters.look(max, HIDDEN);
    seen.forEach(letters::release);
    return seen;
  }
}
