package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.TextSize;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.report.ReportForm;
import jakarta.inject.Inject;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps the form in one item, {@code form}. */
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
    TransactWriteItem item =
        VersionedPut.of(
            table, ReportFormCodec.encode(next), ReportFormCodec.VERSION, next.version());
    return switch (transactions.write("the report form", List.of(item))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
