package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps the searches of each user in one item: ten have 210 KB at most. */
final class DynamoDbRecentSearchStore implements RecentSearchStore {
  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbRecentSearchStore(
      TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.triage();
  }

  @Override
  public RecentSearches of(Subject owner) {
    IndexRange item =
        IndexRange.of(
            table,
            TableDefinitions.TRIAGE,
            List.of(RecentSearchCodec.owner(owner)),
            new Bounds.Ascending(RecentSearchCodec.PLACE, RecentSearchCodec.PLACE));
    return reads.first(item, 1).stream()
        .findFirst()
        .map(found -> RecentSearchCodec.decode(owner, found))
        .orElseGet(() -> RecentSearches.none(owner));
  }

  @Override
  public boolean replace(RecentSearches next) {
    if (next.version() < 1) {
      return false;
    }
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(RecentSearchCodec.encode(next))
            .expressionAttributeNames(Map.of("#version", RecentSearchCodec.VERSION));
    if (next.version() == 1) {
      put.conditionExpression("attribute_not_exists(#version)");
    } else {
      put.conditionExpression("#version = :before")
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(Long.toString(next.version() - 1))));
    }
    TransactWriteItem item = TransactWriteItem.builder().put(put.build()).build();
    return switch (transactions.write("recent searches", List.of(item))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
