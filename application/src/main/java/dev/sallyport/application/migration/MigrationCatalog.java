package dev.sallyport.application.migration;

import dev.sallyport.application.migration.port.RecordChange;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationHistory;
import dev.sallyport.domain.migration.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The migrations of this release, and the classes that their steps name. */
public final class MigrationCatalog {
  private final List<Migration> migrations;
  private final Map<String, RecordChange> transforms = new HashMap<>();

  /**
   * Takes all of them.
   *
   * @param transforms known by their simple class names; files never name a class that is not here
   * @throws IllegalArgumentException when two migrations have the same id, or a step names a class
   *     that is not given
   */
  public MigrationCatalog(List<Migration> migrations, Set<RecordChange> transforms) {
    this.migrations = List.copyOf(migrations);
    transforms.forEach(change -> this.transforms.put(change.getClass().getSimpleName(), change));
    MigrationHistory.of(migrations);
    for (Migration migration : migrations) {
      Stream.concat(migration.up().stream(), migration.down().stream()).forEach(this::require);
    }
  }

  /** Returns the migrations. */
  public List<Migration> migrations() {
    return migrations;
  }

  /** Returns the class of this simple name, if there is one. */
  Optional<RecordChange> transform(String name) {
    return Optional.ofNullable(transforms.get(name));
  }

  private void require(Step step) {
    if (step instanceof Step.Transform(_, String name) && transform(name).isEmpty()) {
      throw new IllegalArgumentException("a step names " + name + ", which does not exist");
    }
  }
}
