package dev.sallyport.application.migration.port;

import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.Map;

/** Changes one record. Deterministic and without effects, because it may be asked again. */
@FunctionalInterface
public interface RecordChange {
  /**
   * Returns the record as it shall be.
   *
   * @param record its texts, whole numbers and flags by name; other attributes are not shown and
   *     stay as they are. Unmodifiable
   */
  Map<SchemaName, Scalar> apply(Map<SchemaName, Scalar> record);
}
