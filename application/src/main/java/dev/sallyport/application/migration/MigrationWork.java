package dev.sallyport.application.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.MigrationLedger.WriteOutcome;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationHistory;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationState.Kind;
import dev.sallyport.domain.migration.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one holder of the lease does: runs of migrations, recorded step by step. */
final class MigrationWork {
  /** How long a killed runner keeps others waiting. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final int PAGE = 100;

  private final MigrationLedger ledger;
  private final MigrationLease lease;
  private final StepRunner steps;
  private final Clock clock;
  private final FencingToken token;
  private final Subject by;
  private final Instant end;
  private final Map<Long, MigrationRun> done = new LinkedHashMap<>();
  private MigrationHistory history;
  private long runs;
  private Instant renewedAt;

  MigrationWork(
      MigrationLedger ledger,
      MigrationLease lease,
      StepRunner steps,
      MigrationCatalog catalog,
      Clock clock,
      FencingToken token,
      Subject by,
      Duration most) {
    this.ledger = ledger;
    this.lease = lease;
    this.steps = steps;
    this.clock = clock;
    this.token = token;
    this.by = by;
    this.renewedAt = clock.instant();
    this.end = renewedAt.plus(most);
    this.history = read(ledger, MigrationHistory.of(catalog.migrations()));
    this.runs = ledger.information().runs();
  }

  /** Returns the history after all runs that the ledger has. */
  static MigrationHistory read(MigrationLedger ledger, MigrationHistory none) {
    MigrationHistory history = none;
    Optional<PageToken> next = Optional.empty();
    do {
      Page<MigrationRun> page = ledger.runs(PAGE, next);
      history = history.with(page.items());
      next = page.next();
    } while (next.isPresent());
    return history;
  }

  MigrationHistory history() {
    return history;
  }

  /** Applies what waits; what was begun comes first. */
  MigrationResult migrate() {
    if (drifted().isPresent()) {
      return drifted().get();
    }
    while (true) {
      Optional<MigrationRun> unfinished = history.unfinished();
      if (unfinished.isEmpty() && history.pending().isEmpty()) {
        return new MigrationResult.Finished(runs());
      }
      Optional<MigrationResult> stopped =
          unfinished.isPresent()
              ? goOn(unfinished.get())
              : begin(history.pending().getFirst(), Direction.UP);
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
  }

  /** Undoes the newest; a rollback that was begun is the first of them. */
  MigrationResult rollback(int count) {
    if (drifted().isPresent()) {
      return drifted().get();
    }
    for (int undone = 0; undone < count; undone++) {
      Optional<MigrationRun> unfinished = history.unfinished();
      if (unfinished.filter(run -> run.direction() == Direction.UP).isPresent()) {
        return new MigrationResult.Blocked(unfinished.get());
      }
      List<MigrationRun> applied = history.applied();
      if (unfinished.isEmpty() && applied.isEmpty()) {
        break;
      }
      Optional<MigrationResult> stopped =
          unfinished.isPresent() ? goOn(unfinished.get()) : undo(applied.getFirst().id());
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
    return new MigrationResult.Finished(runs());
  }

  /** Makes the ledger say what an operator has made true. */
  MigrationResult repair() {
    List<MigrationRun> wrong = new ArrayList<>(history.unfinished().stream().toList());
    for (MigrationId id : history.in(Kind.DRIFTED)) {
      history.last(id).filter(MigrationRun::endedWell).ifPresent(wrong::add);
    }
    for (MigrationRun run : wrong) {
      Optional<Migration> now = history.find(run.id());
      MigrationRun repaired =
          run.repaired(
              runs + 1, now.map(Migration::checksum).orElse(run.checksum()), by, clock.instant());
      if (!record(repaired)) {
        return new MigrationResult.Overtaken();
      }
    }
    return new MigrationResult.Finished(runs());
  }

  private Optional<MigrationResult> drifted() {
    List<MigrationId> ids = history.in(Kind.DRIFTED);
    return ids.isEmpty() ? Optional.empty() : Optional.of(new MigrationResult.Drifted(ids));
  }

  private Optional<MigrationResult> undo(MigrationId id) {
    return history
        .find(id)
        .map(migration -> begin(migration, Direction.DOWN))
        .orElseGet(() -> Optional.of(new MigrationResult.Missing(id)));
  }

  private Optional<MigrationResult> begin(Migration migration, Direction direction) {
    MigrationRun begun = MigrationRun.begun(runs + 1, migration, direction, by, clock.instant());
    return record(begun) ? work(begun, migration) : overtaken();
  }

  private Optional<MigrationResult> goOn(MigrationRun run) {
    Optional<Migration> migration = history.find(run.id());
    if (migration.isEmpty()) {
      return Optional.of(new MigrationResult.Missing(run.id()));
    }
    if (run.isRunning()) {
      done.put(run.number(), run);
      return work(run, migration.get());
    }
    MigrationRun retried = run.retried(runs + 1, by, clock.instant());
    return record(retried) ? work(retried, migration.get()) : overtaken();
  }

  /** Returns why to stop, or nothing when the run has succeeded. */
  private Optional<MigrationResult> work(MigrationRun begun, Migration migration) {
    List<Step> all = migration.steps(begun.direction());
    MigrationRun run = begun;
    while (run.isRunning()) {
      if (clock.instant().isAfter(end)) {
        return Optional.of(new MigrationResult.Unfinished(runs()));
      }
      if (!renewed()) {
        return overtaken();
      }
      Optional<MigrationRun> next =
          run.place().step() == all.size()
              ? Optional.of(run.succeeded(clock.instant()))
              : steps.next(run, all.get(run.place().step()), token);
      if (next.isEmpty() || !recordIfNew(run, next.get())) {
        return overtaken();
      }
      run = next.get();
    }
    return run.endedWell() ? Optional.empty() : Optional.of(new MigrationResult.Failed(runs()));
  }

  private boolean renewed() {
    Instant now = clock.instant();
    if (now.isBefore(renewedAt.plus(LEASE.dividedBy(3)))) {
      return true;
    }
    renewedAt = now;
    return lease.renew(token, LEASE);
  }

  /** As {@link #record}; what is still under way needs no new revision. */
  private boolean recordIfNew(MigrationRun before, MigrationRun run) {
    return run.revision() == before.revision() || record(run);
  }

  /** Tells whether it is recorded; else somebody else is at it. */
  private boolean record(MigrationRun run) {
    if (!(ledger.write(run, token) instanceof WriteOutcome.Written)) {
      return false;
    }
    runs = Math.max(runs, run.number());
    done.put(run.number(), run);
    history = history.with(List.of(run));
    return true;
  }

  private List<MigrationRun> runs() {
    return List.copyOf(done.values());
  }

  private static Optional<MigrationResult> overtaken() {
    return Optional.of(new MigrationResult.Overtaken());
  }
}
