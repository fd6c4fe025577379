package dev.sallyport.aws.table;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Checks at start that the tables are what this code was written for, and creates them where nobody
 * else does: development and tests. A deployment's own template decides about backups, deletion
 * protection and encryption.
 */
public final class TableSetup {
  private static final String WHAT = "tables";

  private final DynamoDbClient client;
  private final TableSettings settings;

  @Inject
  TableSetup(TableClients clients, TableSettings settings) {
    this.client = clients.repeatable();
    this.settings = settings;
  }

  /**
   * Returns how the tables differ from what this code was written for: tables, keys, indexes and
   * expiry. Needs the permissions {@code dynamodb:DescribeTable} and {@code
   * dynamodb:DescribeTimeToLive}.
   *
   * @throws PortUnavailableException when that cannot be found out
   */
  public List<String> problems() {
    List<String> differences = new ArrayList<>();
    for (TableDefinition table : TableDefinitions.of(settings)) {
      differences.addAll(Failures.reading(WHAT, () -> TableComparison.of(client, table)));
    }
    return differences;
  }

  /**
   * Returns when there is no problem.
   *
   * @throws IllegalStateException when there is; the message names everything that differs
   * @throws PortUnavailableException when that cannot be found out
   */
  public void verify() {
    List<String> differences = problems();
    if (!differences.isEmpty()) {
      throw new IllegalStateException(String.join("; ", differences));
    }
  }

  /**
   * Creates the tables that do not exist, with on-demand billing, and waits until they can be used.
   * Leaves those that exist as they are.
   *
   * @throws PortUnavailableException when that is not possible
   */
  public void createMissing() {
    for (TableDefinition table : TableDefinitions.of(settings)) {
      Failures.reading(WHAT, () -> createMissing(table));
    }
  }

  private boolean createMissing(TableDefinition table) {
    if (exists(table)) {
      return false;
    }
    try {
      client.createTable(request(table));
    } catch (ResourceInUseException someoneElseWasFaster) {
      return false;
    }
    client.waiter().waitUntilTableExists(describe -> describe.tableName(table.name()));
    table
        .timeToLive()
        .ifPresent(attribute ->
            client.updateTimeToLive(update ->
                update
                    .tableName(table.name())
                    .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true))));
    return true;
  }

  private boolean exists(TableDefinition table) {
    try {
      client.describeTable(describe -> describe.tableName(table.name()));
      return true;
    } catch (ResourceNotFoundException absent) {
      return false;
    }
  }

  static CreateTableRequest request(TableDefinition table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(schema(table.key()))
            .attributeDefinitions(attributes(table));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(TableSetup::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(TableIndex index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(projection -> projection.projectionType(projection(index)))
        .build();
  }

  static ProjectionType projection(TableIndex index) {
    return index.whole() ? ProjectionType.ALL : ProjectionType.KEYS_ONLY;
  }

  static List<KeySchemaElement> schema(TableKey key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(key.partition(), KeyType.HASH));
    key.sort().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
    return schema;
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static List<AttributeDefinition> attributes(TableDefinition table) {
    Set<String> names = new TreeSet<>(names(table.key()));
    table.indexes().forEach(index -> names.addAll(names(index.key())));
    return names.stream().map(TableSetup::attribute).toList();
  }

  private static List<String> names(TableKey key) {
    return schema(key).stream().map(KeySchemaElement::attributeName).toList();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
