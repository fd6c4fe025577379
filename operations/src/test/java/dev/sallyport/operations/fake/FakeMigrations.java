package dev.sallyport.operations.fake;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that are always possible, unless a test says otherwise, and a ledger of one page. */
public final class FakeMigrations implements Schema, MigrationLedger, MigrationLease {
  public final List<MigrationRun> runs = new ArrayList<>();
  public Optional<String> refusal = Optional.empty();
  public Optional<AcquireOutcome> held = Optional.empty();

  @Override
  public DefineOutcome define(Step step, FencingToken token) {
    return refusal
        .<DefineOutcome>map(DefineOutcome.Refused::new)
        .orElseGet(DefineOutcome.Defined::new);
  }

  @Override
  public ChangeOutcome change(
      SchemaName table,
      RecordChange change,
      long version,
      Optional<String> cursor,
      FencingToken token) {
    return new ChangeOutcome.Changed(3, Optional.empty());
  }

  @Override
  public WriteOutcome write(MigrationRun run, FencingToken token) {
    runs.removeIf(before -> before.number() == run.number());
    runs.add(run);
    return new WriteOutcome.Written();
  }

  @Override
  public SchemaInformation information() {
    return new SchemaInformation(runs.size(), Optional.empty());
  }

  @Override
  public Page<MigrationRun> runs(int limit, Optional<PageToken> page) {
    return new Page<>(runs, Optional.empty());
  }

  @Override
  public AcquireOutcome acquire(Subject holder, Duration time) {
    return held.orElseGet(() -> new AcquireOutcome.Acquired(new FencingToken(1)));
  }

  @Override
  public boolean renew(FencingToken token, Duration time) {
    return true;
  }

  @Override
  public void release(FencingToken token) {}
}
