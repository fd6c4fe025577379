package dev.sallyport.aws.table;

import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Makes, removes and walks through tables. What DynamoDB does in the background is asked for here
 * and looked at again later; a request that comes while it is busy is not made.
 */
@Singleton
public final class TableShapes {
  private static final String WHAT = "tables";

  /** So often is asked again, within a few seconds, before somebody else decides. */
  private static final int LOOKS = 6;

  private final DynamoDbClient client;
  private final Backoff backoff;

  @Inject
  TableShapes(TableClients clients, Backoff backoff) {
    this.client = clients.repeatable();
    this.backoff = backoff;
  }

  /** Returns the table, if there is one. */
  public Optional<TableShape> find(String table) {
    return Failures.reading(
        WHAT,
        () -> {
          try {
            return Optional.of(
                TableShape.of(client.describeTable(describe -> describe.tableName(table)).table()));
          } catch (ResourceNotFoundException absent) {
            return Optional.empty();
          }
        });
  }

  /** Asks for a table with its indexes and on-demand billing, but not for its expiry. */
  public void create(TableDefinition table) {
    ask(() -> client.createTable(TableSetup.request(table)));
  }

  /** Asks for a table to be removed. */
  public void delete(String table) {
    ask(() -> client.deleteTable(delete -> delete.tableName(table)));
  }

  /** Asks for an index. */
  public void createIndex(String table, TableIndex index) {
    ask(() ->
        client.updateTable(update ->
            update
                .tableName(table)
                .attributeDefinitions(attributes(index.key()))
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .create(create ->
                            create
                                .indexName(index.name())
                                .keySchema(TableSetup.schema(index.key()))
                                .projection(p -> p.projectionType(TableSetup.projection(index))))
                        .build())));
  }

  /** Asks for an index to be removed. */
  public void deleteIndex(String table, String index) {
    ask(() ->
        client.updateTable(update ->
            update
                .tableName(table)
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .delete(delete -> delete.indexName(index))
                        .build())));
  }

  /** Returns the attribute by which records expire, if they do. */
  public Optional<String> expiresBy(String table) {
    return Failures.reading(
        WHAT,
        () -> {
          var ttl =
              client
                  .describeTimeToLive(describe -> describe.tableName(table))
                  .timeToLiveDescription();
          boolean isOn =
              ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                  || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
          return isOn ? Optional.of(ttl.attributeName()) : Optional.empty();
        });
  }

  /** Asks for records to expire. */
  public void expire(String table, String attribute) {
    ask(() ->
        client.updateTimeToLive(update ->
            update
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true))));
  }

  /** Returns a page of records, as they are now, of at most a megabyte. */
  public ScanResponse scan(String table, int limit, Map<String, AttributeValue> after) {
    return Failures.reading(
        WHAT,
        () ->
            client.scan(scan -> {
              scan.tableName(table).limit(limit).consistentRead(true);
              if (!after.isEmpty()) {
                scan.exclusiveStartKey(after);
              }
            }));
  }

  /**
   * Waits a little for something that is under way.
   *
   * @return whether it has come
   */
  public boolean await(Supplier<Boolean> condition) {
    for (int look = 1; look <= LOOKS; look++) {
      if (condition.get()) {
        return true;
      }
      if (!backoff.pause(look)) {
        return false;
      }
    }
    return condition.get();
  }

  /** Asks; what DynamoDB is at already, or has no room for now, shows when it is looked at. */
  private static void ask(Supplier<?> request) {
    Failures.writing(
        WHAT,
        () -> {
          try {
            return Optional.of(request.get());
          } catch (ResourceInUseException | ResourceNotFoundException | LimitExceededException e) {
            return Optional.empty();
          }
        });
  }

  private static List<AttributeDefinition> attributes(TableKey key) {
    return TableSetup.schema(key).stream()
        .map(element ->
            AttributeDefinition.builder()
                .attributeName(element.attributeName())
                .attributeType(ScalarAttributeType.S)
                .build())
        .toList();
  }
}
