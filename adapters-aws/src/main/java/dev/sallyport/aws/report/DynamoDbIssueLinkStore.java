package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Keeps the link of a report on the report's own item: it takes some hundred bytes there and goes
 * with the report.
 */
final class DynamoDbIssueLinkStore implements IssueLinkStore {
  private static final String WHAT = "links of issues";

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbIssueLinkStore(TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.reports();
  }

  @Override
  public Optional<IssueLink> find(ReportId report) {
    return item(report).flatMap(item -> IssueLinkCodec.decode(report, item));
  }

  private Optional<Map<String, AttributeValue>> item(ReportId report) {
    return reads.find(table, ReportCodec.itemId(report));
  }

  @Override
  public boolean put(IssueLink next) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    Map<String, AttributeValue> link = IssueLinkCodec.encode(next);
    link.forEach((name, value) -> {
      names.put("#" + name, name);
      values.put(":" + name, value);
    });
    String condition = "attribute_exists(id) AND attribute_not_exists(#issueRevision)";
    if (next.revision() > 1) {
      condition = "#issueRevision = :before";
      values.put(":before", AttributeValue.fromN(Long.toString(next.revision() - 1)));
    }
    return isApplied(
        List.of(
            update(
                next.report(),
                link.keySet().stream()
                    .sorted()
                    .map(name -> "#" + name + " = :" + name)
                    .collect(Collectors.joining(", ", "SET ", "")),
                condition,
                names,
                values)));
  }

  @Override
  public Count count(ReportId duplicate, ReportId original) {
    boolean isNew = isApplied(List.of(mark(duplicate, original), add(original)));
    if (isNew) {
      return counted(original, true);
    }
    return item(duplicate)
        .map(item -> item.get(IssueLinkCodec.COUNTED_ON))
        .map(on -> counted(ReportId.parse(on.s()), false))
        .orElseGet(Count.NoIssue::new);
  }

  private Count counted(ReportId original, boolean isNew) {
    Optional<IssueLink> link = find(original);
    Optional<IssueKey> key = link.flatMap(IssueLink::key);
    return key.isPresent()
        ? new Count.Counted(key.get(), link.get().occurrences(), isNew)
        : new Count.NoIssue();
  }

  private TransactWriteItem mark(ReportId duplicate, ReportId original) {
    return update(
        duplicate,
        "SET #on = :original",
        "attribute_exists(id) AND attribute_not_exists(#on)",
        Map.of("#on", IssueLinkCodec.COUNTED_ON),
        Map.of(":original", AttributeValue.fromS(original.toString())));
  }

  private TransactWriteItem add(ReportId original) {
    return update(
        original,
        "ADD #occurrences :one",
        "attribute_exists(#key)",
        Map.of(
            "#occurrences", IssueLinkCodec.OCCURRENCES,
            "#key", IssueLinkCodec.KEY),
        Map.of(":one", AttributeValue.fromN("1")));
  }

  private TransactWriteItem update(
      ReportId report,
      String expression,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(TableReads.key(ReportCodec.itemId(report)))
            .updateExpression(expression)
            .conditionExpression(condition)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private boolean isApplied(List<TransactWriteItem> items) {
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
