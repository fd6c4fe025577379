package dev.sallyport.inmemory.migration;

import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table as it is: its shape, and its records sorted by key. Guarded by the transactions. */
final class InMemoryTable {
  final RecordKey key;
  final Optional<SchemaName> expiresBy;
  final Map<SchemaName, IndexShape> indexes = new HashMap<>();
  final TreeMap<String, Stored> records = new TreeMap<>();

  InMemoryTable(RecordKey key, Optional<SchemaName> expiresBy) {
    this.key = key;
    this.expiresBy = expiresBy;
  }

  /**
   * A record.
   *
   * @param attributes without the schema version
   * @param version the schema version, 0 when no step has written it
   */
  record Stored(Map<SchemaName, Scalar> attributes, long version) {
    Stored {
      attributes = Map.copyOf(attributes);
    }
  }

  /** Returns the key of a record as one text. */
  String keyOf(Map<SchemaName, Scalar> record) {
    String partition = text(record, key.partition());
    return key.sort().map(sort -> partition + '\0' + text(record, sort)).orElse(partition);
  }

  /** Returns why the table cannot hold a record in place of another one, as DynamoDB would say. */
  Optional<String> objection(Map<SchemaName, Scalar> before, Map<SchemaName, Scalar> after) {
    if (after.containsKey(SchemaName.VERSION)) {
      return Optional.of("schemaVersion belongs to the migrations themselves");
    }
    for (Map.Entry<SchemaName, Scalar> attribute : before.entrySet()) {
      boolean same = attribute.getValue().equals(after.get(attribute.getKey()));
      if (key.has(attribute.getKey()) && !same) {
        return Optional.of("a record's key cannot be changed");
      }
    }
    for (IndexShape index : indexes.values()) {
      for (Map.Entry<SchemaName, Scalar> attribute : after.entrySet()) {
        if (index.key().has(attribute.getKey()) && !(attribute.getValue() instanceof Scalar.Text)) {
          return Optional.of("the key of an index is a text");
        }
      }
    }
    return Optional.empty();
  }

  private static String text(Map<SchemaName, Scalar> record, SchemaName name) {
    if (record.get(name) instanceof Scalar.Text(String text) && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException("the key of a record is a text");
  }
}
