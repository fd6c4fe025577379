package dev.sallyport.aws.report;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.IssueLink.State;
import dev.sallyport.domain.report.ReportId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the link of a report as attributes of its item. */
final class IssueLinkCodec {
  static final String REVISION = "issueRevision";
  static final String KEY = "issueKey";
  static final String OCCURRENCES = "issueOccurrences";

  /** On which report a duplicate was counted. */
  static final String COUNTED_ON = "issueCountedOn";

  private static final String STATE = "issueState";
  private static final String SINCE = "issueSince";

  private IssueLinkCodec() {}

  /** Returns everything of a link but its count, which only grows by itself. */
  static Map<String, AttributeValue> encode(IssueLink link) {
    ItemWriter item = new ItemWriter().number(REVISION, link.revision());
    switch (link.state()) {
      case State.Free _ -> item.text(STATE, "FREE");
      case State.Exporting exporting ->
          item.text(STATE, "EXPORTING").instant(SINCE, exporting.since());
      case State.Exported exported ->
          item.text(STATE, "EXPORTED")
              .text(KEY, exported.key().value())
              .instant(SINCE, exported.at());
    }
    return item.toItem();
  }

  /** Reads the link from the item of its report, if it has one. */
  static Optional<IssueLink> decode(ReportId report, Map<String, AttributeValue> item) {
    return item.containsKey(REVISION)
        ? Optional.of(
            ItemReader.decode("the link of " + report, item, reader -> link(report, reader)))
        : Optional.empty();
  }

  private static IssueLink link(ReportId report, ItemReader item) {
    State state =
        switch (item.text(STATE)) {
          case "FREE" -> new State.Free();
          case "EXPORTING" -> new State.Exporting(item.instant(SINCE));
          case "EXPORTED" -> new State.Exported(new IssueKey(item.text(KEY)), item.instant(SINCE));
          default -> throw new IllegalArgumentException("no such state of a link");
        };
    return new IssueLink(
        report, state, item.number(REVISION), item.optionalNumber(OCCURRENCES).orElse(0L));
  }
}
