package dev.sallyport.application.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.application.migration.port.Schema.ChangeOutcome;
import dev.sallyport.application.migration.port.Schema.DefineOutcome;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Does one piece of a step and tells what the ledger has to say about it. */
final class StepRunner {
  private final Schema schema;
  private final MigrationCatalog catalog;
  private final Clock clock;

  StepRunner(Schema schema, MigrationCatalog catalog, Clock clock) {
    this.schema = schema;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Returns the run's next revision, or nothing when somebody else has taken over. */
  Optional<MigrationRun> next(MigrationRun run, Step step, FencingToken token) {
    try {
      return step.visitsRecords() ? visit(run, step, token) : define(run, step, token);
    } catch (PortUnavailableException | OutcomeUnknownException e) {
      // Says nothing about the step: the run stays where it is, and goes on from there.
      throw e;
    } catch (CorruptDataException e) {
      return Optional.of(failed(run, step, "" + e.getMessage()));
    } catch (RuntimeException e) {
      // A class of the product met a record that it was not made for; its message may quote it.
      return Optional.of(failed(run, step, e.getClass().getSimpleName()));
    }
  }

  private Optional<MigrationRun> define(MigrationRun run, Step step, FencingToken token) {
    return switch (schema.define(step, token)) {
      case DefineOutcome.Defined _ -> Optional.of(run.stepDone(0));
      case DefineOutcome.Unfinished _ -> Optional.of(run);
      case DefineOutcome.Refused(String reason) -> Optional.of(failed(run, step, reason));
      case DefineOutcome.Overtaken _ -> Optional.empty();
    };
  }

  private Optional<MigrationRun> visit(MigrationRun run, Step step, FencingToken token) {
    Optional<RecordChange> change = change(step);
    if (change.isEmpty()) {
      return Optional.of(failed(run, step, "this release does not have the class"));
    }
    Optional<String> cursor = run.place().cursor();
    return switch (schema.change(step.table(), change.get(), run.schemaVersion(), cursor, token)) {
      case ChangeOutcome.Changed(long records, Optional<String> next) ->
          Optional.of(
              next.map(place -> run.advanced(place, records))
                  .orElseGet(() -> run.stepDone(records)));
      case ChangeOutcome.Refused(String reason) -> Optional.of(failed(run, step, reason));
      case ChangeOutcome.Overtaken _ -> Optional.empty();
    };
  }

  private Optional<RecordChange> change(Step step) {
    return switch (step) {
      case Step.AddAttribute(SchemaName _, SchemaName name, Scalar value) ->
          Optional.of(record -> {
            Map<SchemaName, Scalar> then = new HashMap<>(record);
            then.putIfAbsent(name, value);
            return then;
          });
      case Step.DropAttribute(SchemaName _, SchemaName name) ->
          Optional.of(record -> {
            Map<SchemaName, Scalar> then = new HashMap<>(record);
            then.remove(name);
            return then;
          });
      case Step.Transform(SchemaName _, String transform) -> catalog.transform(transform);
      case Step.CreateTable _, Step.DropTable _, Step.CreateIndex _, Step.DropIndex _ ->
          throw new IllegalStateException("visits no records");
    };
  }

  private MigrationRun failed(MigrationRun run, Step step, String reason) {
    String where =
        "step "
            + (run.place().step() + 1)
            + " ("
            + step.getClass().getSimpleName()
            + " on "
            + step.table()
            + "): ";
    return run.failed(clock.instant(), where + reason);
  }
}
