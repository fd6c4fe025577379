package dev.sallyport.contract.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import java.util.Map;

/** Changes nothing, and cannot bear a record behind the first segment until a test says so. */
final class FragileV1 implements RecordChange {
  private final Scalar.Text bad = new Scalar.Text("p0051");
  boolean isWell;

  @Override
  public Map<SchemaName, Scalar> apply(Map<SchemaName, Scalar> record) {
    if (!isWell && record.containsValue(bad)) {
      throw new ArithmeticException("somebody's data");
    }
    return record;
  }
}
