package dev.sallyport.domain.migration;

import dev.sallyport.domain.migration.MigrationState.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the ledger says about the migrations that this release knows. Immutable.
 *
 * <p>A migration waits when the ledger does not say that it is applied, whatever the second in its
 * id: one that was merged late is not skipped.
 */
public final class MigrationHistory {
  private final SortedMap<MigrationId, Migration> known;
  private final SortedMap<MigrationId, MigrationRun> last;

  private MigrationHistory(
      SortedMap<MigrationId, Migration> known, SortedMap<MigrationId, MigrationRun> last) {
    this.known = known;
    this.last = last;
  }

  /**
   * Knows migrations of which none has run.
   *
   * @throws IllegalArgumentException when two have the same id
   */
  public static MigrationHistory of(Iterable<Migration> migrations) {
    SortedMap<MigrationId, Migration> known = new TreeMap<>();
    for (Migration migration : migrations) {
      if (known.put(migration.id(), migration) != null) {
        throw new IllegalArgumentException("two migrations are named " + migration.id());
      }
    }
    return new MigrationHistory(known, new TreeMap<>());
  }

  /** Returns the history after further runs, or newer revisions of them, in their order. */
  public MigrationHistory with(Iterable<MigrationRun> runs) {
    SortedMap<MigrationId, MigrationRun> then = new TreeMap<>(last);
    runs.forEach(run -> then.put(run.id(), run));
    return new MigrationHistory(known, then);
  }

  /** Returns the migration of this id, if this release knows it. */
  public Optional<Migration> find(MigrationId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Returns the last run of a migration, if it was ever run. */
  public Optional<MigrationRun> last(MigrationId id) {
    return Optional.ofNullable(last.get(id));
  }

  /** Returns every migration that is known or was run and not undone, sorted by id. */
  public List<MigrationState> states() {
    SortedMap<MigrationId, MigrationState> states = new TreeMap<>();
    known.keySet().forEach(id -> states.put(id, new MigrationState(id, kind(id), last(id))));
    for (Map.Entry<MigrationId, MigrationRun> run : last.entrySet()) {
      boolean gone = run.getValue().endedWell() && !run.getValue().leavesApplied();
      if (!known.containsKey(run.getKey()) && !gone) {
        Optional<MigrationRun> of = Optional.of(run.getValue());
        states.put(run.getKey(), new MigrationState(run.getKey(), Kind.MISSING, of));
      }
    }
    return List.copyOf(states.values());
  }

  /** Returns the ids of the migrations that are in a state. */
  public List<MigrationId> in(Kind kind) {
    return states().stream().filter(state -> state.kind() == kind).map(MigrationState::id).toList();
  }

  /** Returns those that wait, in the order in which they will be applied. */
  public List<Migration> pending() {
    return in(Kind.PENDING).stream().flatMap(id -> find(id).stream()).toList();
  }

  /** Returns the run that has to be finished before any other begins: it failed, or goes on. */
  public Optional<MigrationRun> unfinished() {
    return last.values().stream()
        .filter(run -> !run.endedWell())
        .max(Comparator.comparingLong(MigrationRun::number));
  }

  /** Returns the runs by which migrations are applied, the newest first: the order of undoing. */
  public List<MigrationRun> applied() {
    List<MigrationRun> applied = new ArrayList<>(last.values());
    applied.removeIf(run -> !run.endedWell() || !run.leavesApplied());
    applied.sort(Comparator.comparingLong((MigrationRun run) -> run.place().first()).reversed());
    return List.copyOf(applied);
  }

  private Kind kind(MigrationId id) {
    MigrationRun run = last.get(id);
    if (run == null || (run.endedWell() && !run.leavesApplied())) {
      return Kind.PENDING;
    }
    boolean same = find(id).filter(now -> now.checksum().equals(run.checksum())).isPresent();
    if (!same) {
      return Kind.DRIFTED;
    }
    return switch (run.outcome()) {
      case MigrationRun.Outcome.Running _ -> Kind.INTERRUPTED;
      case MigrationRun.Outcome.Failed _ -> Kind.FAILED;
      case MigrationRun.Outcome.Succeeded _, MigrationRun.Outcome.Repaired _ -> Kind.APPLIED;
    };
  }
}
