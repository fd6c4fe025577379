package dev.sallyport.aws.migration;

import dev.sallyport.aws.table.TableKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The update of one record, which goes through only while every attribute is as it was read: the
 * product's own writes know nothing of schema versions, and none of them may get lost.
 */
final class RecordUpdate {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();

  private RecordUpdate() {}

  static TransactWriteItem of(
      String table,
      TableKey key,
      Map<String, AttributeValue> item,
      Map<SchemaName, Scalar> before,
      Map<SchemaName, Scalar> then,
      long version) {
    RecordUpdate update = new RecordUpdate();
    item.forEach(update::unchanged);
    if (!item.containsKey(SchemaName.VERSION.value())) {
      update.absent(SchemaName.VERSION.value());
    }
    update.set(SchemaName.VERSION.value(), AttributeValue.fromN(Long.toString(version)));
    then.forEach((name, value) -> {
      if (!value.equals(before.get(name))) {
        if (!item.containsKey(name.value())) {
          update.absent(name.value());
        }
        update.set(name.value(), RecordItem.encode(value));
      }
    });
    before.keySet().stream()
        .filter(name -> !then.containsKey(name))
        .forEach(name -> update.removes.add(update.alias(name.value())));
    return update.item(table, key, item);
  }

  private void unchanged(String name, AttributeValue value) {
    conditions.add(alias(name) + " = " + value(value));
  }

  private void absent(String name) {
    conditions.add("attribute_not_exists(" + alias(name) + ")");
  }

  private void set(String name, AttributeValue value) {
    sets.add(alias(name) + " = " + value(value));
  }

  private String alias(String name) {
    for (Map.Entry<String, String> known : names.entrySet()) {
      if (known.getValue().equals(name)) {
        return known.getKey();
      }
    }
    String alias = "#n" + names.size();
    names.put(alias, name);
    return alias;
  }

  private String value(AttributeValue value) {
    String alias = ":v" + values.size();
    values.put(alias, value);
    return alias;
  }

  private TransactWriteItem item(String table, TableKey key, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> of = new HashMap<>(item);
    of.keySet()
        .removeIf(
            name -> !name.equals(key.partition()) && key.sort().filter(name::equals).isEmpty());
    String remove = removes.isEmpty() ? "" : " remove " + String.join(", ", removes);
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(of)
                .updateExpression("set " + String.join(", ", sets) + remove)
                .conditionExpression(String.join(" and ", conditions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build())
        .build();
  }
}
