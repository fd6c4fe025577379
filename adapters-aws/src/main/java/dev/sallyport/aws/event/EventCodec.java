package dev.sallyport.aws.event;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.Shards;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableKey;
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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes events as items. The key says shard, time and id; the rest says what happened. */
final class EventCodec {
  /** What the shards are of. */
  static final String LIST = "outbox";

  private static final TableKey KEY = TableDefinitions.OUTBOX;
  private static final String PLACE = KEY.sort().orElseThrow();

  private EventCodec() {}

  static Map<String, AttributeValue> key(DomainEvent event) {
    return keyOf(event).toItem();
  }

  private static ItemWriter keyOf(DomainEvent event) {
    UUID id = event.eventId().value();
    return new ItemWriter()
        .text(KEY.partition(), Shards.of(LIST, id))
        .text(PLACE, new Place(event.at(), id).toString());
  }

  static Map<String, AttributeValue> encode(DomainEvent event) {
    ItemWriter item = keyOf(event);
    switch (event) {
      case ReportSubmitted submitted ->
          item.text("type", "ReportSubmitted").text("reportId", submitted.reportId().toString());
      case ReportChanged changed ->
          item.text("type", "ReportChanged")
              .text("reportId", changed.reportId().toString())
              .number("version", changed.version());
      case ReportErased erased ->
          item.text("type", "ReportErased").text("reportId", erased.reportId().toString());
      case AttachmentJudged judged ->
          item.text("type", "AttachmentJudged")
              .text("attachmentId", judged.attachmentId().toString())
              .number("revision", judged.revision());
      case ContributionMade made ->
          item.text("type", "ContributionMade")
              .text("subject", made.subject().value())
              .text("contribution", made.contribution().name());
    }
    return item.toItem();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static DomainEvent decode(Map<String, AttributeValue> item) {
    AttributeValue place = item.get(PLACE);
    String what = "event " + (place == null ? "without place" : place.s());
    return ItemReader.decode(what, item, EventCodec::decode);
  }

  private static DomainEvent decode(ItemReader item) {
    Place place = Place.parse(item.text(PLACE));
    EventId id = new EventId(place.id());
    Instant at = place.at();
    return switch (item.text("type")) {
      case "ReportSubmitted" -> new ReportSubmitted(id, at, reportId(item));
      case "ReportChanged" -> new ReportChanged(id, at, reportId(item), item.number("version"));
      case "ReportErased" -> new ReportErased(id, at, reportId(item));
      case "AttachmentJudged" ->
          new AttachmentJudged(
              id, at, AttachmentId.parse(item.text("attachmentId")), item.number("revision"));
      case "ContributionMade" ->
          new ContributionMade(
              id,
              at,
              new Subject(item.text("subject")),
              Contribution.valueOf(item.text("contribution")));
      default -> throw new IllegalArgumentException("no such type of event");
    };
  }

  private static ReportId reportId(ItemReader item) {
    return ReportId.parse(item.text("reportId"));
  }
}
