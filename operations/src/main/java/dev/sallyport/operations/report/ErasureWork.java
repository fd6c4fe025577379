package dev.sallyport.operations.report;

import dev.sallyport.application.report.EraseStep;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Brings erasures on, step by step, for a bounded time. */
final class ErasureWork implements ScheduledOperation {
  /** So that a function that also does other things by the clock comes to them. */
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private static final int MOST_STEPS = 1000;

  private final EraseStep step;
  private final Clock clock;

  @Inject
  ErasureWork(EraseStep step, Clock clock) {
    this.step = step;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "eraseReports";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    Instant end = clock.instant().plus(MOST_TIME);
    boolean more = step.step();
    for (int i = 0; i < MOST_STEPS && more && clock.instant().isBefore(end); i++) {
      more = step.step();
    }
  }
}
