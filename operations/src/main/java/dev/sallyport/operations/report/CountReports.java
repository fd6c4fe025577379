package dev.sallyport.operations.report;

import dev.sallyport.application.report.CountReport;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.EventCodec;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Counts accepted reports for the heat maps, each once however often its event comes. */
final class CountReports implements MessageOperation {
  private final CountReport countReport;

  @Inject
  CountReports(CountReport countReport) {
    this.countReport = countReport;
  }

  @Override
  public String id() {
    return "countReports";
  }

  @Override
  public String queue() {
    return Queues.HEAT_MAP;
  }

  @Override
  public Duration visibility() {
    return Duration.ofSeconds(30);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    Optional<DomainEvent> event = EventCodec.decode(message.body());
    if (event.isEmpty()) {
      return new MessageOutcome.DeadLetter("malformed");
    }
    if (event.get() instanceof ReportSubmitted submitted) {
      countReport.count(submitted.reportId());
    }
    return new MessageOutcome.Done();
  }
}
