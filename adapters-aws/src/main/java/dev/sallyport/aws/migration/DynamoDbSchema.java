package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.TableShape;
import dev.sallyport.aws.table.TableShapes;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import jakarta.inject.Inject;
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
  private final TableSteps tables;
  private final SegmentWriter segments;
  private final MigrationTable migrations;

  @Inject
  DynamoDbSchema(
      TableShapes shapes, TableSteps tables, SegmentWriter segments, MigrationTable migrations) {
    this.shapes = shapes;
    this.tables = tables;
    this.segments = segments;
    this.migrations = migrations;
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
      case Step.CreateTable create -> tables.createTable(create);
      case Step.DropTable(SchemaName table) -> tables.dropTable(table);
      case Step.CreateIndex create -> tables.createIndex(create);
      case Step.DropIndex(SchemaName table, SchemaName index) -> tables.dropIndex(table, index);
      case Step.AddAttribute _, Step.DropAttribute _, Step.Transform _ ->
          throw new IllegalArgumentException("visits records");
    };
  }

  @Override
  public ChangeOutcome change(
      SchemaName table,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token) {
    String name = tables.name(table);
    Optional<TableShape> shape = shapes.find(name);
    if (shape.isEmpty()) {
      return new ChangeOutcome.Refused("there is no such table");
    }
    return segments.write(name, shape.get(), change, version, cursor, token);
  }

  private boolean holds(FencingToken token) {
    return migrations
        .find(MigrationItems.LEASE)
        .filter(item ->
            ItemReader.decode(
                "the lease of migrations",
                item,
                lease ->
                    lease.number(MigrationItems.TOKEN) == token.value()
                        && lease.has(MigrationItems.HOLDER)))
        .isPresent();
  }
}
