package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Export.State;
import dev.sallyport.domain.report.ExportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes exports as items of the table of jobs, with a mark for each that is to be written or
 * removed in the list of those, by the time of its start.
 */
final class ExportCodec {
  /** What the marks of those are listed under whose file is to be written. */
  static final String RUNNING = "exporting";

  /** What the marks of those are listed under whose file is there; it goes after an hour. */
  static final String DONE = "exported";

  /** The place of an export itself. */
  static final String JOB = "job";

  static final String REVISION = "revision";

  private static final String SHARD = TableDefinitions.JOBS.partition();
  private static final String PLACE = TableDefinitions.JOBS.sort().orElseThrow();

  private ExportCodec() {}

  static String shard(ExportId id) {
    return "export#" + id;
  }

  static Map<String, AttributeValue> mark(String list, Export export) {
    Place place = new Place(export.startedAt(), export.id().value());
    return new ItemWriter().text(SHARD, list).text(PLACE, place.toString()).toItem();
  }

  static Place markedPlace(Map<String, AttributeValue> mark) {
    return ItemReader.decode("a mark of an export", mark, r -> Place.parse(r.text(PLACE)));
  }

  static Map<String, AttributeValue> encode(Export export) {
    ItemWriter item =
        new ItemWriter()
            .text(SHARD, shard(export.id()))
            .text(PLACE, JOB)
            .number(REVISION, export.revision())
            .text("id", export.id().toString())
            .text("requestedBy", export.requestedBy().value())
            .text("status", export.status().map(ReportStatus::name))
            .text("severity", export.severity().map(Severity::name))
            .text("assignee", export.assignee().map(Subject::value))
            .instant("startedAt", export.startedAt());
    switch (export.state()) {
      case State.Running _ -> item.text("state", "RUNNING");
      case State.Done done ->
          item.text("state", "DONE")
              .instant("endedAt", done.at())
              .number("rows", done.rows())
              .flag("complete", done.complete());
      case State.Expired _ -> item.text("state", "EXPIRED");
    }
    return item.toItem();
  }

  /**
   * Reads an export.
   *
   * @throws CorruptDataException for anything else
   */
  static Export decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("an export", item, ExportCodec::export);
  }

  private static Export export(ItemReader item) {
    return new Export(
        new ExportId(UUID.fromString(item.text("id"))),
        new Subject(item.text("requestedBy")),
        item.text("status", ReportStatus::valueOf),
        item.text("severity", Severity::valueOf),
        item.text("assignee", Subject::new),
        item.instant("startedAt"),
        state(item),
        item.number(REVISION));
  }

  private static State state(ItemReader item) {
    return switch (item.text("state")) {
      case "RUNNING" -> new State.Running();
      case "DONE" ->
          new State.Done(item.instant("endedAt"), item.number("rows"), item.flag("complete"));
      case "EXPIRED" -> new State.Expired();
      default -> throw new IllegalArgumentException("no such state");
    };
  }
}
