package dev.sallyport.aws.table;

import java.util.List;
import java.util.Optional;

/**
 * What a table has to be like, for whoever creates it: this code for development and tests, a
 * deployment's template for everybody else. All keys are strings.
 *
 * @param name its name
 * @param key its key
 * @param indexes its global secondary indexes
 * @param timeToLive the attribute by which items expire, if they do: seconds since the epoch
 */
public record TableDefinition(
    String name, TableKey key, List<TableIndex> indexes, Optional<String> timeToLive) {
  /** Copies the list. */
  public TableDefinition {
    indexes = List.copyOf(indexes);
  }
}
