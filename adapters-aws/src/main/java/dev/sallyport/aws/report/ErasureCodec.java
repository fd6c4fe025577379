package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes erasures as items of the table of jobs. An erasure and what it removes stand together
 * under the report's id, {@code job} before nothing and {@code thing#} before a number; each that
 * goes on also has a mark in the list of those, by the time of its start.
 */
final class ErasureCodec {
  /** What the marks of those that go on are listed under; there are few at a time. */
  static final String RUNNING = "erasing";

  /** The place of an erasure itself. */
  static final String JOB = "job";

  static final String REVISION = "revision";

  private static final String THING = "thing#";
  private static final String SHARD = TableDefinitions.JOBS.partition();
  private static final String PLACE = TableDefinitions.JOBS.sort().orElseThrow();

  private ErasureCodec() {}

  static String shard(ReportId report) {
    return "erasure#" + report;
  }

  /** Returns the place of something, counted from 0; places sort as numbers do. */
  static String thing(long number) {
    return THING + String.format(Locale.ROOT, "%019d", number);
  }

  /**
   * Reads the number out of a place.
   *
   * @throws IllegalArgumentException for any other text
   */
  static long number(String place) {
    if (place.startsWith(THING)) {
      long number = Long.parseLong(place.substring(THING.length()));
      if (number >= 0 && thing(number).equals(place)) {
        return number;
      }
    }
    throw new IllegalArgumentException("not the place of something erased");
  }

  static Map<String, AttributeValue> mark(Erasure erasure) {
    Place place = new Place(erasure.startedAt(), erasure.report().value());
    return new ItemWriter().text(SHARD, RUNNING).text(PLACE, place.toString()).toItem();
  }

  static Place markedPlace(Map<String, AttributeValue> mark) {
    return ItemReader.decode(
        "a mark of an erasure", mark, reader -> Place.parse(reader.text(PLACE)));
  }

  static Map<String, AttributeValue> encode(Erasure erasure) {
    ItemWriter item =
        new ItemWriter()
            .text(SHARD, shard(erasure.report()))
            .text(PLACE, JOB)
            .number(REVISION, erasure.revision())
            .text("reportId", erasure.report().toString())
            .text("clientReportId", erasure.clientReportId().toString())
            .texts("attachments", erasure.attachments().stream().map(Object::toString).toList())
            .text("requestedBy", erasure.requestedBy().value())
            .instant("startedAt", erasure.startedAt())
            .text("phase", erasure.phase().name())
            .values("pending", erasure.pending().stream().map(ErasureCodec::encode).toList())
            .number("count", erasure.count());
    erasure.endedAt().ifPresent(at -> item.instant("endedAt", at));
    return item.toItem();
  }

  private static AttributeValue encode(ErasedThing thing) {
    return new ItemWriter().text("kind", thing.kind().name()).text("name", thing.name()).toValue();
  }

  static Map<String, AttributeValue> encode(ReportId report, long number, ErasedThing thing) {
    return new ItemWriter()
        .text(SHARD, shard(report))
        .text(PLACE, thing(number))
        .text("kind", thing.kind().name())
        .text("name", thing.name())
        .toItem();
  }

  /**
   * Reads an erasure.
   *
   * @throws CorruptDataException for anything else
   */
  static Erasure decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("an erasure", item, ErasureCodec::erasure);
  }

  private static Erasure erasure(ItemReader item) {
    Optional<Instant> ended =
        item.has("endedAt") ? Optional.of(item.instant("endedAt")) : Optional.empty();
    return new Erasure(
        ReportId.parse(item.text("reportId")),
        new ClientReportId(UUID.fromString(item.text("clientReportId"))),
        item.texts("attachments").stream().map(AttachmentId::parse).toList(),
        new Subject(item.text("requestedBy")),
        item.instant("startedAt"),
        Erasure.Phase.valueOf(item.text("phase")),
        things(item.values("pending")),
        item.number("count"),
        ended,
        item.number(REVISION));
  }

  private static List<ErasedThing> things(List<AttributeValue> values) {
    return values.stream().map(ItemReader::of).map(ErasureCodec::thing).toList();
  }

  private static ErasedThing thing(ItemReader item) {
    return new ErasedThing(ErasedThing.Kind.valueOf(item.text("kind")), item.text("name"));
  }

  /**
   * Reads something that an erasure removes.
   *
   * @throws CorruptDataException for anything else
   */
  static ErasedThing decodeThing(Map<String, AttributeValue> item) {
    return ItemReader.decode("something erased", item, ErasureCodec::thing);
  }
}
