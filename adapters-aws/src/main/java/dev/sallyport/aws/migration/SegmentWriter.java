package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.migration.port.Schema.ChangeOutcome;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableIndex;
import dev.sallyport.aws.table.TableKey;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableShape;
import dev.sallyport.aws.table.TableShapes;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes the records of a segment in one transaction, together with a look at the lease. A scanned
 * page has at most a megabyte (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</a>), so
 * that the values of conditions and updates fit the four of a transaction.
 */
final class SegmentWriter {
  private static final String WHAT = "records";
  private static final int ATTEMPTS = 10;

  private final TableShapes shapes;
  private final TableTransactions transactions;
  private final String migrations;

  @Inject
  SegmentWriter(TableShapes shapes, TableTransactions transactions, TableSettings settings) {
    this.shapes = shapes;
    this.transactions = transactions;
    this.migrations = settings.migrations();
  }

  ChangeOutcome write(
      String table,
      TableShape shape,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token) {
    Map<String, AttributeValue> after =
        cursor.map(text -> start(shape.key(), text)).orElse(Map.of());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ScanResponse page = shapes.scan(table, Schema.SEGMENT, after);
      Optional<ChangeOutcome> outcome = write(table, shape, change, version, page, token);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new PortUnavailableException(WHAT + " of " + table + " change too often", null);
  }

  /** Returns nothing when somebody else has changed one of the records meanwhile. */
  private Optional<ChangeOutcome> write(
      String table,
      TableShape shape,
      RecordChange change,
      long version,
      ScanResponse page,
      FencingToken token) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(MigrationItems.fence(migrations, token));
    long changed = 0;
    for (Map<String, AttributeValue> item : page.items()) {
      if (RecordItem.version(item) < version) {
        Map<SchemaName, Scalar> before = RecordItem.shown(item);
        Map<SchemaName, Scalar> then = Map.copyOf(change.apply(before));
        Optional<String> objection = objection(shape, item, before, then);
        if (objection.isPresent()) {
          return Optional.of(new ChangeOutcome.Refused(objection.get()));
        }
        changed += then.equals(before) ? 0 : 1;
        items.add(RecordUpdate.of(table, shape.key(), item, before, then, version));
      }
    }
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ ->
          Optional.of(new ChangeOutcome.Changed(changed, cursor(shape.key(), page)));
      case TransactionOutcome.Refused(SortedSet<Integer> positions) ->
          positions.first() == 0 ? Optional.of(new ChangeOutcome.Overtaken()) : Optional.empty();
    };
  }

  /** Returns why the table cannot take the record. */
  private static Optional<String> objection(
      TableShape shape,
      Map<String, AttributeValue> item,
      Map<SchemaName, Scalar> before,
      Map<SchemaName, Scalar> then) {
    if (then.containsKey(SchemaName.VERSION)) {
      return Optional.of("schemaVersion belongs to the migrations themselves");
    }
    for (SchemaName name : names(shape.key())) {
      Scalar now = before.get(name);
      if (now != null && !now.equals(then.get(name))) {
        return Optional.of("a record's key cannot be changed");
      }
    }
    for (TableIndex index : shape.indexes().values()) {
      for (SchemaName name : names(index.key())) {
        Scalar value = then.get(name);
        if (value != null && !(value instanceof Scalar.Text)) {
          return Optional.of("the key of an index is a text");
        }
      }
    }
    for (SchemaName name : then.keySet()) {
      if (!before.containsKey(name) && item.containsKey(name.value())) {
        return Optional.of(name + " of a record is no text, whole number or flag");
      }
    }
    return Optional.empty();
  }

  private static List<SchemaName> names(TableKey key) {
    List<SchemaName> names = new ArrayList<>();
    names.add(new SchemaName(key.partition()));
    key.sort().ifPresent(sort -> names.add(new SchemaName(sort)));
    return names;
  }

  /** Writes where the next page begins: the length of the partition key, the key, the sort key. */
  private static Optional<String> cursor(TableKey key, ScanResponse page) {
    if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
      return Optional.empty();
    }
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    String partition = text(last, key.partition());
    String sort = key.sort().map(name -> text(last, name)).orElse("");
    return Optional.of(partition.length() + ":" + partition + sort);
  }

  private static Map<String, AttributeValue> start(TableKey key, String cursor) {
    int colon = cursor.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not a cursor of this table");
    }
    int end = colon + 1 + Integer.parseInt(cursor.substring(0, colon));
    if (end > cursor.length() || end <= colon) {
      throw new IllegalArgumentException("not a cursor of this table");
    }
    ItemWriter start = new ItemWriter().text(key.partition(), cursor.substring(colon + 1, end));
    key.sort().ifPresent(sort -> start.text(sort, cursor.substring(end)));
    return start.toItem();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalStateException("a key is a text");
    }
    return value.s();
  }
}
