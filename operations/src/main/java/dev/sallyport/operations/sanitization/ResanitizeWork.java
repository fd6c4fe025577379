package dev.sallyport.operations.sanitization;

import dev.sallyport.application.sanitization.ResanitizeStep;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Brings jobs on that judge again, page by page, for a bounded time. */
final class ResanitizeWork implements ScheduledOperation {
  /** So that a function that also does other things by the clock comes to them. */
  private static final Duration MOST_TIME = Duration.ofSeconds(20);

  private final ResanitizeStep step;
  private final Clock clock;

  @Inject
  ResanitizeWork(ResanitizeStep step, Clock clock) {
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "resanitize";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    Instant end = clock.instant().plus(MOST_TIME);
    boolean more = step.step();
    while (more && clock.instant().isBefore(end)) {
      more = step.step();
    }
  }
}
