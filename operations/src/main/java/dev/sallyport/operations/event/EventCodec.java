package dev.sallyport.operations.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.DomainEvent.ReportErased;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes events as messages: {@code {"schema":1,"type":"ReportSubmitted","eventId":...,
 * "at":...,"reportId":...}}.
 *
 * <p>Within a schema members are only added, and readers skip those that they do not know, so that
 * old readers understand new writers during a deployment. Anything else is another schema.
 */
public final class EventCodec {
  private static final long SCHEMA = 1;

  private static final TextShape SUBJECT = TextShape.of("[A-Za-z0-9._:-]{1,128}", 128, "a subject");

  private static final ObjectShape SHAPE =
      ObjectShape.tolerant(
          Member.required("schema", new IntegerShape(1, Integer.MAX_VALUE)),
          Member.required("type", TextShape.text(1, 64)),
          Member.required("eventId", new UuidShape()),
          Member.required("at", TextShape.instant()),
          Member.optional("reportId", new UuidShape()),
          Member.optional("attachmentId", new UuidShape()),
          Member.optional("subject", SUBJECT),
          Member.optional("contribution", WordShape.of(Contribution.class)),
          Member.optional("version", new IntegerShape(1, Long.MAX_VALUE)),
          Member.optional("revision", new IntegerShape(1, Long.MAX_VALUE)));

  private EventCodec() {}

  /** Writes an event. */
  public static String encode(DomainEvent event) {
    byte[] json =
        Json.write(out -> {
          out.writeStartObject();
          out.writeNumberField("schema", SCHEMA);
          out.writeStringField("type", EventType.of(event).wireName());
          out.writeStringField("eventId", event.eventId().toString());
          out.writeStringField("at", event.at().toString());
          writeMembers(event, out);
          out.writeEndObject();
        });
    return new String(json, StandardCharsets.UTF_8);
  }

  private static void writeMembers(DomainEvent event, JsonGenerator out) throws IOException {
    switch (event) {
      case ReportSubmitted submitted ->
          out.writeStringField("reportId", submitted.reportId().toString());
      case ReportErased erased -> out.writeStringField("reportId", erased.reportId().toString());
      case ReportChanged changed -> {
        out.writeStringField("reportId", changed.reportId().toString());
        out.writeNumberField("version", changed.version());
      }
      case AttachmentJudged judged -> {
        out.writeStringField("attachmentId", judged.attachmentId().toString());
        out.writeNumberField("revision", judged.revision());
      }
      case ContributionMade made -> {
        out.writeStringField("subject", made.subject().value());
        out.writeStringField("contribution", made.contribution().name());
      }
    }
  }

  /** Reads an event; nothing for a text that is none of this schema. */
  public static Optional<DomainEvent> decode(String body) {
    if (body.length() > MessageQueue.MAX_BODY_BYTES) {
      return Optional.empty();
    }
    return switch (JsonReader.read(body.getBytes(StandardCharsets.UTF_8), SHAPE)) {
      case Reading.Fits(Object message) -> event((JsonObject) message);
      case Reading.Breaks _, Reading.Malformed _ -> Optional.empty();
    };
  }

  private static Optional<DomainEvent> event(JsonObject message) {
    Optional<Instant> at = instant(message.text("at"));
    if (at.isEmpty() || message.get("schema", Long.class) != SCHEMA) {
      return Optional.empty();
    }
    EventId id = new EventId(message.get("eventId", UUID.class));
    return Arrays.stream(EventType.values())
        .filter(type -> type.wireName().equals(message.text("type")))
        .findFirst()
        .flatMap(type -> event(type, id, at.get(), message));
  }

  private static Optional<DomainEvent> event(
      EventType type, EventId id, Instant at, JsonObject message) {
    Optional<ReportId> report = message.find("reportId", UUID.class).map(ReportId::new);
    Optional<AttachmentId> attachment =
        message.find("attachmentId", UUID.class).map(AttachmentId::new);
    Optional<Long> version = message.find("version", Long.class);
    Optional<Long> revision = message.find("revision", Long.class);
    return switch (type) {
      case REPORT_SUBMITTED -> report.map(of -> new ReportSubmitted(id, at, of));
      case REPORT_CHANGED ->
          report.flatMap(of -> version.map(made -> new ReportChanged(id, at, of, made)));
      case REPORT_ERASED -> report.map(of -> new ReportErased(id, at, of));
      case ATTACHMENT_JUDGED ->
          attachment.flatMap(of -> revision.map(last -> new AttachmentJudged(id, at, of, last)));
      case CONTRIBUTION_MADE ->
          message
              .find("subject", String.class)
              .map(Subject::new)
              .flatMap(by ->
                  message
                      .find("contribution", Contribution.class)
                      .map(what -> new ContributionMade(id, at, by, what)));
    };
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
