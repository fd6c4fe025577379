package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.aws.table.IndexRange;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableIndex;
import dev.sallyport.aws.table.TableKey;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableShapes;
import dev.sallyport.aws.table.TableShapes.Shape;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the tables whose names begin with the deployment's prefix.
 *
 * <p>Tables and indexes cannot be changed within a transaction: there, the lease is looked at just
 * before. What a runner that is overtaken in between still asks for is what the next one asks for
 * too, unless that has come as far as undoing it.
 */
final class DynamoDbSchema implements Schema {
  private final TableShapes shapes;
  private final SegmentWriter segments;
  private final TableReads reads;
  private final TableSettings settings;

  @Inject
  DynamoDbSchema(
      TableShapes shapes, SegmentWriter segments, TableReads reads, TableSettings settings) {
    this.shapes = shapes;
    this.segments = segments;
    this.reads = reads;
    this.settings = settings;
  }

  @Override
  public DefineOutcome define(Step step, FencingToken token) {
    if (step.visitsRecords()) {
      throw new IllegalArgumentException("visits records");
    }
    if (!holds(token)) {
      return new DefineOutcome.Overtaken();
    }
    return switch (step) {
      case Step.CreateTable create -> createTable(create);
      case Step.DropTable(SchemaName table) -> dropTable(name(table));
      case Step.CreateIndex create -> createIndex(create);
      case Step.DropIndex(SchemaName table, SchemaName index) ->
          dropIndex(name(table), index.value());
      case Step.AddAttribute _, Step.DropAttribute _, Step.Transform _ ->
          throw new IllegalArgumentException("visits records");
    };
  }

  private DefineOutcome createTable(Step.CreateTable create) {
    String table = name(create.table());
    TableKey key = key(create.key());
    Optional<Shape> there = shapes.find(table);
    if (there.isEmpty()) {
      shapes.create(table, key);
    } else if (!there.get().key().equals(key)) {
      return new DefineOutcome.Refused("there is a table of this name with another key");
    }
    if (!shapes.await(() -> shapes.find(table).filter(Shape::isReady).isPresent())) {
      return new DefineOutcome.Unfinished();
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

  private DefineOutcome dropTable(String table) {
    Optional<Shape> there = shapes.find(table);
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

  private DefineOutcome createIndex(Step.CreateIndex create) {
    String table = name(create.table());
    String index = create.index().value();
    TableKey key = key(create.key());
    Optional<Shape> there = shapes.find(table);
    if (there.isEmpty()) {
      return new DefineOutcome.Refused("there is no such table");
    }
    TableKey now = there.get().indexes().get(index);
    if (now != null && !now.equals(key)) {
      return new DefineOutcome.Refused("there is an index of this name with another key");
    }
    if (now == null) {
      shapes.createIndex(table, new TableIndex(index, key));
    }
    boolean isBuilt =
        shapes.await(() ->
            shapes
                .find(table)
                .filter(shape ->
                    shape.indexes().containsKey(index) && !shape.building().contains(index))
                .isPresent());
    return isBuilt ? new DefineOutcome.Defined() : new DefineOutcome.Unfinished();
  }

  private DefineOutcome dropIndex(String table, String index) {
    Optional<Shape> there = shapes.find(table).filter(shape -> shape.indexes().containsKey(index));
    if (there.isEmpty()) {
      return new DefineOutcome.Defined();
    }
    shapes.deleteIndex(table, index);
    boolean isGone =
        shapes.await(
            () -> shapes.find(table).filter(shape -> shape.indexes().containsKey(index)).isEmpty());
    return isGone ? new DefineOutcome.Defined() : new DefineOutcome.Unfinished();
  }

  @Override
  public ChangeOutcome change(
      SchemaName table,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token) {
    Optional<Shape> shape = shapes.find(name(table));
    if (shape.isEmpty()) {
      return new ChangeOutcome.Refused("there is no such table");
    }
    return segments.write(name(table), shape.get(), change, version, cursor, token);
  }

  private boolean holds(FencingToken token) {
    Bounds only = new Bounds.Ascending(MigrationItems.LEASE, MigrationItems.LEASE);
    IndexRange range =
        IndexRange.of(settings.jobs(), TableDefinitions.JOBS, List.of(MigrationItems.SHARD), only);
    return reads.first(range, 1).stream()
        .anyMatch(item ->
            ItemReader.decode(
                "the lease of migrations",
                item,
                lease ->
                    lease.number(MigrationItems.TOKEN) == token.value()
                        && lease.has(MigrationItems.HOLDER)));
  }

  private String name(SchemaName table) {
    return settings.prefix() + "-" + table.value();
  }

  private static TableKey key(RecordKey key) {
    return new TableKey(key.partition().value(), key.sort().map(SchemaName::value));
  }
}
