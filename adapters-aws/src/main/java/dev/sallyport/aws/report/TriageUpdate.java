package dev.sallyport.aws.report;

import dev.sallyport.aws.table.TableReads;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Changes the triage of a report in place of the version before it. The submission is not sent
 * again: it never changes.
 */
final class TriageUpdate {
  private TriageUpdate() {}

  static TransactWriteItem of(String table, Report next) {
    Map<String, AttributeValue> triage = new TreeMap<>(ReportCodec.encodeTriage(next));
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    triage.forEach((name, value) -> {
      names.put("#" + name, name);
      values.put(":" + name, value);
    });
    values.put(":before", AttributeValue.fromN(Long.toString(next.version() - 1)));
    String set =
        triage.keySet().stream()
            .map(name -> "#" + name + " = :" + name)
            .collect(Collectors.joining(", ", "SET ", ""));
    SortedSet<String> gone = new TreeSet<>(ReportCodec.COMING_AND_GOING);
    gone.removeAll(triage.keySet());
    gone.forEach(name -> names.put("#" + name, name));
    String remove =
        gone.isEmpty()
            ? ""
            : gone.stream()
                .map(name -> "#" + name)
                .collect(Collectors.joining(", ", " REMOVE ", ""));
    Update update =
        Update.builder()
            .tableName(table)
            .key(TableReads.key(ReportCodec.itemId(next.id())))
            .updateExpression(set + remove)
            .conditionExpression("#" + ReportCodec.VERSION + " = :before")
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** Checks that a report is there and no duplicate. */
  static TransactWriteItem isOriginal(String table, ReportId id) {
    ConditionCheck check =
        ConditionCheck.builder()
            .tableName(table)
            .key(TableReads.key(ReportCodec.itemId(id)))
            .conditionExpression("attribute_exists(id) AND attribute_not_exists(#original)")
            .expressionAttributeNames(Map.of("#original", ReportCodec.DUPLICATE_OF))
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }
}
