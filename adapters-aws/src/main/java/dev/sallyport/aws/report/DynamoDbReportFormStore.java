package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.TextSize;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.report.ReportForm;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps the form in one item, {@code form}. Replaced by a transaction of one item, though it costs
 * twice a plain write: only a transaction can be told to be the same one when it is tried again.
 */
final class DynamoDbReportFormStore implements ReportFormStore {
  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbReportFormStore(
      TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.reports();
  }

  @Override
  public ReportForm current() {
    return reads
        .find(table, ReportFormCodec.ITEM_ID)
        .map(ReportFormCodec::decode)
        .orElse(ReportForm.EMPTY);
  }

  @Override
  public boolean replace(ReportForm next) {
    TextSize.check(next);
    if (next.version() < 1) {
      return false;
    }
    Put.Builder put = Put.builder().tableName(table).item(ReportFormCodec.encode(next));
    if (next.version() == 1) {
      put.conditionExpression("attribute_not_exists(id)");
    } else {
      put.conditionExpression("#version = :before")
          .expressionAttributeNames(Map.of("#version", ReportFormCodec.VERSION))
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(Long.toString(next.version() - 1))));
    }
    TransactWriteItem item = TransactWriteItem.builder().put(put.build()).build();
    return switch (transactions.write("the report form", List.of(item))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
