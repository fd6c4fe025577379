package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.TrackerMappingStore;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.report.TrackerMapping;
import jakarta.inject.Inject;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps the mapping in one item of the table of triage. */
final class DynamoDbTrackerMappingStore implements TrackerMappingStore {
  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbTrackerMappingStore(
      TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.triage();
  }

  @Override
  public TrackerMapping current() {
    return reads
        .find(table, TrackerMappingCodec.KEY)
        .map(TrackerMappingCodec::decode)
        .orElse(TrackerMapping.INITIAL);
  }

  @Override
  public boolean replace(TrackerMapping next) {
    if (next.version() < 1) {
      return false;
    }
    TransactWriteItem item =
        VersionedPut.of(
            table, TrackerMappingCodec.encode(next), TrackerMappingCodec.VERSION, next.version());
    return switch (transactions.write("the mapping of the tracker", List.of(item))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
