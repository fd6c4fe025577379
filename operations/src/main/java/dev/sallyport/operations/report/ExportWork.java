package dev.sallyport.operations.report;

import dev.sallyport.application.report.ExportStep;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;

/** Writes the files of exports, one at each tick, and removes old ones. */
final class ExportWork implements ScheduledOperation {
  private final ExportStep step;

  @Inject
  ExportWork(ExportStep step) {
    this.step = step;
  }

  @Override
  public String id() {
    return "exportReports";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    step.step();
  }
}
