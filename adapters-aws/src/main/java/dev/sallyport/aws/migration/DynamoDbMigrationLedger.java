package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationRun.Outcome;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Keeps runs in the table of jobs, each written together with a look at the lease. */
final class DynamoDbMigrationLedger implements MigrationLedger {
  private static final String WHAT = "the ledger of migrations";
  private static final int MAX_LIMIT = 100;

  private final MigrationTable table;
  private final TableTransactions transactions;

  @Inject
  DynamoDbMigrationLedger(MigrationTable table, TableTransactions transactions) {
    this.table = table;
    this.transactions = transactions;
  }

  @Override
  public WriteOutcome write(MigrationRun run, FencingToken token) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(MigrationItems.fence(table.name(), token));
    boolean appends = run.revision() == 1;
    items.add(TransactWriteItem.builder().put(appends ? appended(run) : replaced(run)).build());
    if (appends || run.outcome() instanceof Outcome.Succeeded) {
      items.add(TransactWriteItem.builder().update(information(run, appends)).build());
    }
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new WriteOutcome.Written();
      case TransactionOutcome.Refused(SortedSet<Integer> positions) ->
          positions.first() == 0 ? new WriteOutcome.Overtaken() : new WriteOutcome.Stale();
    };
  }

  private Put appended(MigrationRun run) {
    return Put.builder()
        .tableName(table.name())
        .item(MigrationItems.encode(run))
        .conditionExpression("attribute_not_exists(#revision)")
        .expressionAttributeNames(Map.of("#revision", MigrationItems.REVISION))
        .build();
  }

  private Put replaced(MigrationRun run) {
    return Put.builder()
        .tableName(table.name())
        .item(MigrationItems.encode(run))
        .conditionExpression("#revision = :before and #outcome = :running")
        .expressionAttributeNames(
            Map.of("#revision", MigrationItems.REVISION, "#outcome", MigrationItems.OUTCOME))
        .expressionAttributeValues(
            Map.of(
                ":before",
                number(run.revision() - 1L),
                ":running",
                AttributeValue.fromS(MigrationItems.RUNNING)))
        .build();
  }

  private Update information(MigrationRun run, boolean appends) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":number", number(run.number())));
    Update.Builder update =
        Update.builder()
            .tableName(table.name())
            .key(MigrationItems.key(MigrationItems.INFORMATION));
    if (!appends) {
      return update
          .updateExpression("set #last = :number")
          .expressionAttributeNames(Map.of("#last", "last_successful_run"))
          .expressionAttributeValues(values)
          .build();
    }
    boolean isFirst = run.number() == 1;
    if (!isFirst) {
      values.put(":before", number(run.number() - 1));
    }
    return update
        .updateExpression("set #runs = :number")
        .conditionExpression(isFirst ? "attribute_not_exists(#runs)" : "#runs = :before")
        .expressionAttributeNames(Map.of("#runs", "runs"))
        .expressionAttributeValues(values)
        .build();
  }

  @Override
  public SchemaInformation information() {
    return table
        .find(MigrationItems.INFORMATION)
        .map(item ->
            ItemReader.decode(
                WHAT,
                item,
                reader ->
                    new SchemaInformation(
                        reader.number("runs"), reader.optionalNumber("last_successful_run"))))
        .orElseGet(() -> new SchemaInformation(0, Optional.empty()));
  }

  @Override
  public Page<MigrationRun> runs(int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    long first = page.map(token -> MigrationItems.number(token.value())).orElse(1L);
    List<Map<String, AttributeValue>> found =
        table.between(MigrationItems.place(first), MigrationItems.LAST, limit + 1);
    List<MigrationRun> shown = found.stream().limit(limit).map(MigrationItems::decode).toList();
    // They are numbered without gaps.
    Optional<PageToken> next =
        found.size() > limit
            ? Optional.of(new PageToken(MigrationItems.place(first + limit)))
            : Optional.empty();
    return new Page<>(shown, next);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
