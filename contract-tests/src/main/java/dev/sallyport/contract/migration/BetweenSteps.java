package dev.sallyport.contract.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores at which something happens before every segment. */
record BetweenSteps(MigrationStores stores, Runnable before) implements MigrationStores {
  @Override
  public Schema schema() {
    Schema schema = stores.schema();
    return new Schema() {
      @Override
      public DefineOutcome define(Step step, FencingToken token) {
        return schema.define(step, token);
      }

      @Override
      public ChangeOutcome change(
          SchemaName table,
          RecordChange change,
          long version,
          Optional<String> cursor,
          FencingToken token) {
        before.run();
        return schema.change(table, change, version, cursor, token);
      }
    };
  }

  @Override
  public MigrationLedger ledger() {
    return stores.ledger();
  }

  @Override
  public MigrationLease lease() {
    return stores.lease();
  }

  @Override
  public MutableClock clock() {
    return stores.clock();
  }

  @Override
  public void put(SchemaName table, Map<SchemaName, Scalar> record) {
    stores.put(table, record);
  }

  @Override
  public List<Map<SchemaName, Scalar>> records(SchemaName table) {
    return stores.records(table);
  }
}
