package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Position;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.report.Triage;
import dev.sallyport.domain.shared.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes reports as items. Triage stands in attributes of its own, apart from the submission, so
 * that a change of triage writes nothing else.
 */
final class ReportCodec {
  static final String VERSION = "version";

  static final String ASSIGNEE = ReportIndex.ASSIGNEE_KEY;
  static final String DUPLICATE_OF = "duplicateOf";

  /** The attributes of a report's item that may come and go with triage. */
  static final Set<String> COMING_AND_GOING = Set.of(ASSIGNEE, DUPLICATE_OF);

  private static final String BOOKMARKS = "bookmarkedBy";

  private static final String PREFIX = "report#";

  private ReportCodec() {}

  static String itemId(ReportId id) {
    return PREFIX + id;
  }

  static Map<String, AttributeValue> encode(Report report, Sha256 body) {
    Submission submission = report.submission();
    ItemWriter item =
        new ItemWriter()
            .text(TableReads.ID, itemId(report.id()))
            .text("body", body.hex())
            .text("clientReportId", submission.clientReportId().toString())
            .instant("receivedAt", report.receivedAt())
            .text("title", submission.title())
            .text("description", submission.description())
            .text("severity", submission.severity().name())
            .text("build", submission.build())
            .text("platform", submission.platform())
            .text("locale", submission.locale())
            .text("sessionId", submission.sessionId())
            .value("fields", FieldValueCodec.encode(submission.fields()))
            .texts("annotations", submission.annotations())
            .texts("attachments", submission.attachments().stream().map(Object::toString).toList());
    submission.position().ifPresent(position -> item.nested("position", encode(position)));
    ReportIndex.encodeFixed(report, item);
    encodeTriage(report, item);
    return item.toItem();
  }

  /**
   * Returns the attributes that a change of triage sets; those of {@link #COMING_AND_GOING} that
   * are missing are to be removed.
   */
  static Map<String, AttributeValue> encodeTriage(Report report) {
    ItemWriter item = new ItemWriter();
    encodeTriage(report, item);
    return item.toItem();
  }

  private static void encodeTriage(Report report, ItemWriter item) {
    Triage triage = report.triage();
    item.number(VERSION, report.version())
        .text("status", triage.status().name())
        .flag("read", triage.read())
        .texts(BOOKMARKS, triage.bookmarkedBy().stream().map(Subject::value).toList())
        .text(ASSIGNEE, triage.assignee())
        .text(DUPLICATE_OF, triage.duplicateOf());
    ReportIndex.encodeTriage(report, item);
  }

  /** Coordinates are text: numbers of DynamoDB end at 10 to the 125th and have no minus zero. */
  private static ItemWriter encode(Position position) {
    return new ItemWriter()
        .text("map", position.map())
        .text("x", Double.toString(position.x()))
        .text("y", Double.toString(position.y()))
        .text("z", Double.toString(position.z()));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static Accepted decode(Map<String, AttributeValue> item) {
    AttributeValue id = item.get(TableReads.ID);
    String what = id == null ? "a report without id" : String.valueOf(id.s());
    return ItemReader.decode(
        what, item, reader -> new Accepted(report(reader), new Sha256(reader.text("body"))));
  }

  private static Report report(ItemReader item) {
    return new Report(
        ReportId.parse(item.text(TableReads.ID).substring(PREFIX.length())),
        submission(item),
        item.instant("receivedAt"),
        triage(item),
        item.number(VERSION));
  }

  private static Triage triage(ItemReader item) {
    return new Triage(
        ReportStatus.valueOf(item.text("status")),
        item.flag("read"),
        item.texts(BOOKMARKS).stream().map(Subject::new).collect(Collectors.toSet()),
        item.text(ASSIGNEE, Subject::new),
        item.text(DUPLICATE_OF, ReportId::parse));
  }

  private static Submission submission(ItemReader item) {
    return new Submission(
        new ClientReportId(UUID.fromString(item.text("clientReportId"))),
        item.text("title"),
        item.text("description"),
        Severity.valueOf(item.text("severity")),
        item.text("build", Function.identity()),
        item.text("platform", Function.identity()),
        item.text("locale", Function.identity()),
        item.text("sessionId", Function.identity()),
        item.has("position") ? Optional.of(position(item.nested("position"))) : Optional.empty(),
        FieldValueCodec.decode(item.nested("fields")),
        item.texts("annotations"),
        item.texts("attachments").stream().map(AttachmentId::parse).toList());
  }

  private static Position position(ItemReader item) {
    return new Position(
        item.text("map"),
        Double.parseDouble(item.text("x")),
        Double.parseDouble(item.text("y")),
        Double.parseDouble(item.text("z")));
  }
}
