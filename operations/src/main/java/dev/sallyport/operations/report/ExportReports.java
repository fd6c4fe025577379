package dev.sallyport.operations.report;

import dev.sallyport.application.report.ExportSubmitted;
import dev.sallyport.application.report.TrackerResult;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.EventCodec;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Makes issues of accepted reports, each one however often its event comes. */
final class ExportReports implements MessageOperation {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final ExportSubmitted exportSubmitted;

  @Inject
  ExportReports(ExportSubmitted exportSubmitted) {
    this.exportSubmitted = exportSubmitted;
  }

  @Override
  public String id() {
    return "exportReports";
  }

  @Override
  public String queue() {
    return Queues.TRACKER;
  }

  @Override
  public Duration visibility() {
    return Duration.ofSeconds(60);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    Optional<DomainEvent> event = EventCodec.decode(message.body());
    if (event.isEmpty()) {
      return new MessageOutcome.DeadLetter("malformed");
    }
    return event.get() instanceof ReportSubmitted submitted
        ? exportSubmitted
            .export(submitted.reportId())
            .map(ExportReports::outcome)
            .orElseGet(MessageOutcome.Done::new)
        : new MessageOutcome.Done();
  }

  /** What only people can mend is left to a triager's wish. */
  private static MessageOutcome outcome(TrackerResult result) {
    return switch (result) {
      case TrackerResult.Unavailable _ -> new MessageOutcome.RetryAfter(SOON, "unavailable");
      case TrackerResult.Unknown _ -> new MessageOutcome.RetryAfter(IssueLink.SETTLES, "unknown");
      case TrackerResult.Exported _,
          TrackerResult.AlreadyExported _,
          TrackerResult.Counted _,
          TrackerResult.OriginalFirst _,
          TrackerResult.NoProject _,
          TrackerResult.Rejected _,
          TrackerResult.NoTracker _,
          TrackerResult.Absent _ ->
          new MessageOutcome.Done();
    };
  }
}
