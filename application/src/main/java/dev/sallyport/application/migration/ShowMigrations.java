package dev.sallyport.application.migration;

import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationHistory;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationState;
import dev.sallyport.domain.migration.MigrationState.Kind;
import dev.sallyport.domain.migration.Step;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows how it stands with every migration, and what a run would do. Changes nothing. */
public final class ShowMigrations {
  private final MigrationLedger ledger;
  private final MigrationCatalog catalog;

  /** Takes the ports that it works with. */
  @Inject
  public ShowMigrations(MigrationLedger ledger, MigrationCatalog catalog) {
    this.ledger = ledger;
    this.catalog = catalog;
  }

  /**
   * One migration that would be run.
   *
   * @param id which
   * @param direction which way
   * @param steps what is left to be done, in its order
   */
  public record Planned(MigrationId id, Direction direction, List<Step> steps) {
    /** Copies the list. */
    public Planned {
      steps = List.copyOf(steps);
    }
  }

  /** Returns the state of every migration, sorted by id. */
  public List<MigrationState> states() {
    return history().states();
  }

  /** Returns what migrating would do; nothing while migrations have drifted. */
  public List<Planned> migrating() {
    MigrationHistory history = history();
    List<Planned> plan = new ArrayList<>();
    if (history.in(Kind.DRIFTED).isEmpty()) {
      Optional<MigrationRun> unfinished = history.unfinished();
      unfinished.ifPresent(run -> plan.addAll(rest(history, run)));
      unfinished
          .filter(run -> run.direction() == Direction.DOWN)
          .flatMap(run -> history.find(run.id()))
          .ifPresent(undone -> plan.add(whole(undone, Direction.UP)));
      history.pending().forEach(migration -> plan.add(whole(migration, Direction.UP)));
    }
    return List.copyOf(plan);
  }

  /** Returns what rolling so many back would do; nothing while that is not possible. */
  public List<Planned> rollingBack(int count) {
    MigrationHistory history = history();
    Optional<MigrationRun> unfinished = history.unfinished();
    boolean isBlocked = unfinished.filter(run -> run.direction() == Direction.UP).isPresent();
    List<Planned> plan = new ArrayList<>();
    if (!isBlocked && history.in(Kind.DRIFTED).isEmpty()) {
      unfinished.ifPresent(run -> plan.addAll(rest(history, run)));
      history.applied().stream()
          .flatMap(run -> history.find(run.id()).stream())
          .limit(Math.max(0, count - plan.size()))
          .forEach(migration -> plan.add(whole(migration, Direction.DOWN)));
    }
    return List.copyOf(plan);
  }

  private MigrationHistory history() {
    return MigrationWork.read(ledger, MigrationHistory.of(catalog.migrations()));
  }

  private static List<Planned> rest(MigrationHistory history, MigrationRun run) {
    return history.find(run.id()).stream()
        .map(migration -> {
          List<Step> all = migration.steps(run.direction());
          return new Planned(
              run.id(), run.direction(), all.subList(run.place().step(), all.size()));
        })
        .toList();
  }

  private static Planned whole(Migration migration, Direction direction) {
    return new Planned(migration.id(), direction, migration.steps(direction));
  }
}
