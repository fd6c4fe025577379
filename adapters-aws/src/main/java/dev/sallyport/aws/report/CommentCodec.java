package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes comments as items. They stand under their report by the time they were written, which
 * never changes; {@code comment#} before an id stands behind all of them and says where that one
 * is.
 */
final class CommentCodec {
  static final String VERSION = "version";

  private static final String OWNER = TableDefinitions.TRIAGE.partition();
  private static final String PLACE = TableDefinitions.TRIAGE.sort().orElseThrow();
  private static final String LEADS_TO = "leadsTo";

  private CommentCodec() {}

  static String owner(ReportId report) {
    return "report#" + report;
  }

  static Place place(Comment comment) {
    return new Place(comment.writtenAt(), comment.id().value());
  }

  static String pointerPlace(CommentId id) {
    return "comment#" + id;
  }

  static Map<String, AttributeValue> key(Comment comment) {
    return key(comment.report(), place(comment).toString()).toItem();
  }

  static Map<String, AttributeValue> pointerKey(Comment comment) {
    return key(comment.report(), pointerPlace(comment.id())).toItem();
  }

  private static ItemWriter key(ReportId report, String place) {
    return new ItemWriter().text(OWNER, owner(report)).text(PLACE, place);
  }

  static Map<String, AttributeValue> encode(Comment comment) {
    return key(comment.report(), place(comment).toString())
        .text("id", comment.id().toString())
        .text("reportId", comment.report().toString())
        .text("author", comment.author().value())
        .text("text", comment.text())
        .instant("writtenAt", comment.writtenAt())
        .instant("changedAt", comment.changedAt())
        .number(VERSION, comment.version())
        .toItem();
  }

  static Map<String, AttributeValue> encodePointer(Comment comment) {
    return key(comment.report(), pointerPlace(comment.id()))
        .text(LEADS_TO, place(comment).toString())
        .toItem();
  }

  /**
   * Reads where a comment stands.
   *
   * @throws CorruptDataException for anything else
   */
  static Place decodePointer(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "the way to a comment", item, reader -> Place.parse(reader.text(LEADS_TO)));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static Comment decode(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "a comment",
        item,
        reader ->
            new Comment(
                new CommentId(UUID.fromString(reader.text("id"))),
                ReportId.parse(reader.text("reportId")),
                new Subject(reader.text("author")),
                reader.text("text"),
                reader.instant("writtenAt"),
                reader.instant("changedAt"),
                reader.number(VERSION)));
  }
}
