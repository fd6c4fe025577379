package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What the last job that judged an attachment again has left with it. With that, a job that was
 * killed knows what it has done already, and whoever comes by can finish it.
 *
 * @param job which job
 * @param at when
 * @param changed whether the verdict became another one
 * @param replaced clean bytes that nobody is told of any more and that have to go; perhaps gone
 * @param previously the verdict before the last change, if there ever was one
 */
public record Rejudgement(
    ResanitizeJobId job,
    Instant at,
    boolean changed,
    Optional<ObjectKey> replaced,
    Optional<GivenVerdict> previously) {
  /** Rejects a change from nothing. */
  public Rejudgement {
    if (changed && previously.isEmpty()) {
      throw new IllegalArgumentException("what has changed was something else before");
    }
  }
}
