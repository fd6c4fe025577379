package dev.sallyport.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Says in words how a table differs from its definition; what it has beyond that is fine. */
final class TableComparison {
  private TableComparison() {}

  /** Returns the differences; none when there are none. */
  static List<String> of(DynamoDbClient client, TableDefinition expected) {
    String name = expected.name();
    try {
      TableDescription found = client.describeTable(table -> table.tableName(name)).table();
      TimeToLiveDescription ttl =
          client.describeTimeToLive(table -> table.tableName(name)).timeToLiveDescription();
      return differences(expected, found, ttl);
    } catch (ResourceNotFoundException absent) {
      return List.of("table " + name + " does not exist");
    }
  }

  static List<String> differences(
      TableDefinition expected, TableDescription found, @Nullable TimeToLiveDescription ttl) {
    List<String> differences = new ArrayList<>();
    String table = "table " + expected.name();
    compare(table, expected.key(), found.keySchema(), found).ifPresent(differences::add);
    for (TableIndex index : expected.indexes()) {
      compare(table, index, found).ifPresent(differences::add);
    }
    expected
        .timeToLive()
        .filter(attribute -> !expiresBy(attribute, ttl))
        .ifPresent(attribute -> differences.add(table + " does not expire items by " + attribute));
    return differences;
  }

  private static Optional<String> compare(String table, TableIndex index, TableDescription found) {
    String what = table + ", index " + index.name();
    Optional<GlobalSecondaryIndexDescription> same =
        found.globalSecondaryIndexes().stream()
            .filter(other -> index.name().equals(other.indexName()))
            .findFirst();
    if (same.isEmpty()) {
      return Optional.of(what + " does not exist");
    }
    Optional<String> key = compare(what, index.key(), same.get().keySchema(), found);
    if (key.isEmpty()
        && index.whole()
        && same.get().projection().projectionType() != ProjectionType.ALL) {
      return Optional.of(what + " does not hold whole items");
    }
    return key.isEmpty() && same.get().indexStatus() == IndexStatus.CREATING
        ? Optional.of(what + " is still being filled")
        : key;
  }

  private static Optional<String> compare(
      String what, TableKey expected, List<KeySchemaElement> found, TableDescription table) {
    String wanted = text(TableSetup.schema(expected), _ -> ScalarAttributeType.S);
    String has = text(found, name -> typeOf(name, table));
    return wanted.equals(has)
        ? Optional.empty()
        : Optional.of(what + " has the key " + has + " instead of " + wanted);
  }

  private static String text(
      List<KeySchemaElement> schema, Function<String, ScalarAttributeType> types) {
    return schema.stream()
        .map(key ->
            key.attributeName()
                + " "
                + types.apply(key.attributeName())
                + " "
                + key.keyTypeAsString())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static ScalarAttributeType typeOf(String name, TableDescription table) {
    return table.attributeDefinitions().stream()
        .filter(attribute -> name.equals(attribute.attributeName()))
        .map(AttributeDefinition::attributeType)
        .findFirst()
        .orElse(ScalarAttributeType.UNKNOWN_TO_SDK_VERSION);
  }

  private static boolean expiresBy(String attribute, @Nullable TimeToLiveDescription ttl) {
    return ttl != null
        && attribute.equals(ttl.attributeName())
        && (ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
            || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING);
  }
}
