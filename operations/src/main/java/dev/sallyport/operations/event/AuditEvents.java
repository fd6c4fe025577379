package dev.sallyport.operations.event;

import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.DomainEvent.ReportErased;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line for each event, ids and codes only: a trail of what has happened. A redelivered
 * event is written again under the same event id.
 */
final class AuditEvents implements MessageOperation {
  private static final Logger LOG = LoggerFactory.getLogger(AuditEvents.class);

  private final Metrics metrics;

  @Inject
  AuditEvents(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public String id() {
    return "auditEvents";
  }

  @Override
  public String queue() {
    return Queues.AUDIT;
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
    log(event.get());
    metrics.count("events", "type", EventType.of(event.get()).wireName());
    return new MessageOutcome.Done();
  }

  private static void log(DomainEvent event) {
    LoggingEventBuilder line =
        LOG.atInfo()
            .addKeyValue("type", EventType.of(event).wireName())
            .addKeyValue("eventId", event.eventId())
            .addKeyValue("at", event.at());
    withIds(line, event).log("event");
  }

  private static LoggingEventBuilder withIds(LoggingEventBuilder line, DomainEvent event) {
    return switch (event) {
      case ReportSubmitted submitted -> line.addKeyValue("reportId", submitted.reportId());
      case ReportChanged changed ->
          line.addKeyValue("reportId", changed.reportId())
              .addKeyValue("version", changed.version());
      case ReportErased erased -> line.addKeyValue("reportId", erased.reportId());
      case AttachmentJudged judged ->
          line.addKeyValue("attachmentId", judged.attachmentId())
              .addKeyValue("revision", judged.revision());
      case ContributionMade made ->
          line.addKeyValue("subject", made.subject())
              .addKeyValue("contribution", made.contribution());
    };
  }
}
