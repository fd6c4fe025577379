package dev.sallyport.aws.table;

import java.util.Optional;

/**
 * A primary key of a table or of an index.
 *
 * @param partition the attribute that items are spread by
 * @param sort the attribute that they are sorted by within
 */
public record TableKey(String partition, Optional<String> sort) {
  /** Makes a key of both. */
  public static TableKey of(String partition, String sort) {
    return new TableKey(partition, Optional.of(sort));
  }
}
