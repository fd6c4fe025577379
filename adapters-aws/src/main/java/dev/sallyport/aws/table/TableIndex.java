package dev.sallyport.aws.table;

/**
 * A global secondary index.
 *
 * @param name its name
 * @param key its key
 * @param whole whether it holds whole items; keys only if not
 */
public record TableIndex(String name, TableKey key, boolean whole) {
  /** Makes one that holds keys only. */
  public TableIndex(String name, TableKey key) {
    this(name, key, false);
  }
}
