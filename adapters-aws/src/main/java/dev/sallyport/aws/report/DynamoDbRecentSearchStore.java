package dev.sallyport.aws.report;

import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableDeletes;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearches;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps the searches of each user in one item: ten have 210 KB at most. */
final class DynamoDbRecentSearchStore implements RecentSearchStore {
  private final TableReads reads;
  private final TableTransactions transactions;
  private final TableDeletes deletes;
  private final String table;

  @Inject
  DynamoDbRecentSearchStore(
      TableReads reads,
      TableTransactions transactions,
      TableDeletes deletes,
      TableSettings settings) {
    this.reads = reads;
    this.deletes = deletes;
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
  public List<Subject> whoNamed(UUID id, int limit) {
    IndexRange users =
        IndexRange.of(
            table,
            TableDefinitions.TRIAGE,
            List.of(RecentSearchCodec.namedOwner(id)),
            RecentSearchCodec.ALL_USERS);
    return reads.first(users, limit).stream().map(RecentSearchCodec::decodeNamed).toList();
  }

  @Override
  public void unlist(UUID id, Subject owner) {
    deletes.delete(table, List.of(RecentSearchCodec.named(id, owner)));
  }

  @Override
  public boolean replace(RecentSearches next) {
    if (next.version() < 1) {
      return false;
    }
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        VersionedPut.of(
            table, RecentSearchCodec.encode(next), RecentSearchCodec.VERSION, next.version()));
    next.searches().stream()
        .limit(1)
        .flatMap(latest -> latest.names().stream())
        .map(id -> Put.builder().tableName(table).item(RecentSearchCodec.named(id, next.owner())))
        .forEach(named -> items.add(TransactWriteItem.builder().put(named.build()).build()));
    return switch (transactions.write("recent searches", items)) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }
}
