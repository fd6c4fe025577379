package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.Schema.DefineOutcome;
import dev.sallyport.aws.table.TableDefinition;
import dev.sallyport.aws.table.TableIndex;
import dev.sallyport.aws.table.TableKey;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableShape;
import dev.sallyport.aws.table.TableShapes;
import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that make and remove tables and indexes, each asked for once and then looked at. */
final class TableSteps {
  private final TableShapes shapes;
  private final TableSettings settings;

  @Inject
  TableSteps(TableShapes shapes, TableSettings settings) {
    this.shapes = shapes;
    this.settings = settings;
  }

  /** Returns the name of a table of this deployment. */
  String name(SchemaName table) {
    return settings.prefix() + "-" + table.value();
  }

  DefineOutcome createTable(Step.CreateTable create) {
    String table = name(create.table());
    TableKey key = key(create.key());
    Optional<TableShape> there = shapes.find(table);
    if (there.isEmpty()) {
      List<TableIndex> indexes = create.indexes().stream().map(TableSteps::index).toList();
      shapes.create(new TableDefinition(table, key, indexes, Optional.empty()));
    } else if (!there.get().key().equals(key)) {
      return new DefineOutcome.Refused("there is a table of this name with another key");
    }
    if (!shapes.await(() -> shapes.find(table).filter(TableShape::isReady).isPresent())) {
      return new DefineOutcome.Unfinished();
    }
    for (IndexShape index : create.indexes()) {
      DefineOutcome outcome = createIndex(new Step.CreateIndex(create.table(), index));
      if (!(outcome instanceof DefineOutcome.Defined)) {
        return outcome;
      }
    }
    return create
        .expiresBy()
        .map(attribute -> expire(table, attribute.value()))
        .orElseGet(DefineOutcome.Defined::new);
  }

  private DefineOutcome expire(String table, String attribute) {
    Optional<String> now = shapes.expiresBy(table);
    if (now.isEmpty()) {
      shapes.expire(table, attribute);
      boolean isOn = shapes.await(() -> shapes.expiresBy(table).isPresent());
      return isOn ? new DefineOutcome.Defined() : new DefineOutcome.Unfinished();
    }
    return now.get().equals(attribute)
        ? new DefineOutcome.Defined()
        : new DefineOutcome.Refused("records of this table expire by another attribute");
  }

  DefineOutcome dropTable(SchemaName name) {
    String table = name(name);
    Optional<TableShape> there = shapes.find(table);
    if (there.isEmpty()) {
      return new DefineOutcome.Defined();
    }
    if (there.get().isReady()) {
      if (!shapes.scan(table, 1, Map.of()).items().isEmpty()) {
        return new DefineOutcome.Refused("the table holds records");
      }
      shapes.delete(table);
    }
    return shapes.await(() -> shapes.find(table).isEmpty())
        ? new DefineOutcome.Defined()
        : new DefineOutcome.Unfinished();
  }

  DefineOutcome createIndex(Step.CreateIndex create) {
    String table = name(create.table());
    TableIndex index = index(create.index());
    Optional<TableShape> there = shapes.find(table);
    if (there.isEmpty()) {
      return new DefineOutcome.Refused("there is no such table");
    }
    TableIndex now = there.get().indexes().get(index.name());
    if (now != null && !now.equals(index)) {
      return new DefineOutcome.Refused("there is an index of this name that is otherwise");
    }
    if (now == null) {
      shapes.createIndex(table, index);
    }
    return shapes.await(() -> isBuilt(table, index.name()))
        ? new DefineOutcome.Defined()
        : new DefineOutcome.Unfinished();
  }

  DefineOutcome dropIndex(SchemaName table, SchemaName index) {
    String name = name(table);
    if (!has(name, index.value())) {
      return new DefineOutcome.Defined();
    }
    shapes.deleteIndex(name, index.value());
    return shapes.await(() -> !has(name, index.value()))
        ? new DefineOutcome.Defined()
        : new DefineOutcome.Unfinished();
  }

  private boolean has(String table, String index) {
    return shapes.find(table).filter(shape -> shape.indexes().containsKey(index)).isPresent();
  }

  private boolean isBuilt(String table, String index) {
    return shapes
        .find(table)
        .filter(shape -> shape.indexes().containsKey(index) && !shape.building().contains(index))
        .isPresent();
  }

  private static TableIndex index(IndexShape index) {
    return new TableIndex(index.name().value(), key(index.key()), index.whole());
  }

  private static TableKey key(RecordKey key) {
    return new TableKey(key.partition().value(), key.sort().map(SchemaName::value));
  }
}
