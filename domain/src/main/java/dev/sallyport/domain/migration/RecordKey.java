package dev.sallyport.domain.migration;

import java.util.Optional;

/**
 * The attributes by which a table or an index finds records; all of them are texts.
 *
 * @param partition what records are spread by
 * @param sort what they are sorted by within
 */
public record RecordKey(SchemaName partition, Optional<SchemaName> sort) {
  /** Rejects one attribute for both. */
  public RecordKey {
    if (sort.filter(partition::equals).isPresent()) {
      throw new IllegalArgumentException("a key has two different attributes");
    }
  }

  /** Tells whether the attribute is a part of this key. */
  public boolean has(SchemaName attribute) {
    return partition.equals(attribute) || sort.filter(attribute::equals).isPresent();
  }
}
