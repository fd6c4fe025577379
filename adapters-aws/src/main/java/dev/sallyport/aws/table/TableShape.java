package dev.sallyport.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A table as it is.
 *
 * @param key its key
 * @param indexes its indexes by name
 * @param building the names of those that do not find everything yet, or are being removed
 * @param isReady whether the table can be used and changed
 */
public record TableShape(
    TableKey key, Map<String, TableIndex> indexes, List<String> building, boolean isReady) {
  /** Copies the collections. */
  public TableShape {
    indexes = Map.copyOf(indexes);
    building = List.copyOf(building);
  }

  static TableShape of(TableDescription table) {
    Map<String, TableIndex> indexes = new TreeMap<>();
    List<String> building = new ArrayList<>();
    for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
      boolean whole = index.projection().projectionType() == ProjectionType.ALL;
      indexes.put(
          index.indexName(), new TableIndex(index.indexName(), key(index.keySchema()), whole));
      if (index.indexStatus() != IndexStatus.ACTIVE) {
        building.add(index.indexName());
      }
    }
    boolean isReady = table.tableStatus() == TableStatus.ACTIVE;
    return new TableShape(key(table.keySchema()), indexes, building, isReady);
  }

  private static TableKey key(List<KeySchemaElement> schema) {
    String partition = "";
    Optional<String> sort = Optional.empty();
    for (KeySchemaElement element : schema) {
      if (element.keyType() == KeyType.HASH) {
        partition = element.attributeName();
      } else {
        sort = Optional.of(element.attributeName());
      }
    }
    return new TableKey(partition, sort);
  }
}
