package dev.sallyport.operations.migration;

import dev.sallyport.domain.migration.IndexShape;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.util.List;

/** Says in a few words what a step does. */
public final class MigrationText {
  private MigrationText() {}

  /** Returns one line. */
  public static String of(Step step) {
    return switch (step) {
      case Step.CreateTable create -> "create table " + create.table() + with(create.indexes());
      case Step.DropTable(SchemaName table) -> "drop table " + table + " if it is empty";
      case Step.CreateIndex create ->
          "create index " + create.index().name() + " of " + create.table();
      case Step.DropIndex(SchemaName table, SchemaName index) ->
          "drop index " + index + " of " + table;
      case Step.AddAttribute(SchemaName table, SchemaName attribute, Scalar _) ->
          "add " + attribute + " to every record of " + table;
      case Step.DropAttribute(SchemaName table, SchemaName attribute) ->
          "remove " + attribute + " from every record of " + table;
      case Step.Transform(SchemaName table, String transform) ->
          "change every record of " + table + " by " + transform;
    };
  }

  private static String with(List<IndexShape> indexes) {
    return switch (indexes.size()) {
      case 0 -> "";
      case 1 -> " with 1 index";
      default -> " with " + indexes.size() + " indexes";
    };
  }
}
