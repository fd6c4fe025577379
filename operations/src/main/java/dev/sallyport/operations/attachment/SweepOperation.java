package dev.sallyport.operations.attachment;

import dev.sallyport.application.attachment.SweepUploads;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks every minute after attachments that nothing has happened to for too long. */
final class SweepOperation implements ScheduledOperation {
  private final SweepUploads sweepUploads;

  @Inject
  SweepOperation(SweepUploads sweepUploads) {
    this.sweepUploads = sweepUploads;
  }

  @Override
  public String id() {
    return "sweepUploads";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    // How many were looked at is metered by the use case, by what became of each.
    sweepUploads.sweep();
  }
}
