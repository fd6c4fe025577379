package dev.sallyport.operations.report;

import dev.sallyport.application.report.EraseOldReports;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has reports erased that were kept for long enough, some at each tick. */
final class RetentionSweep implements ScheduledOperation {
  private final EraseOldReports erase;

  @Inject
  RetentionSweep(EraseOldReports erase) {
    this.erase = erase;
  }

  @Override
  public String id() {
    return "eraseOldReports";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    // What is left is seen at the next tick: those of this one are gone by then.
    int _ = erase.erase();
  }
}
