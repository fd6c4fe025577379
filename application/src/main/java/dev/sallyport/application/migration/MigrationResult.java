package dev.sallyport.application.migration;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import java.time.Instant;
import java.util.List;

/** What became of a wish to migrate, to roll back or to repair. */
public sealed interface MigrationResult {
  /**
   * All that was wanted is done.
   *
   * @param runs what was done for it; none when there was nothing to do
   */
  record Finished(List<MigrationRun> runs) implements MigrationResult {
    /** Copies the list. */
    public Finished {
      runs = List.copyOf(runs);
    }
  }

  /**
   * The time was up; asking again goes on where this stopped.
   *
   * @param runs what was done so far; the last one may go on
   */
  record Unfinished(List<MigrationRun> runs) implements MigrationResult {
    /** Copies the list. */
    public Unfinished {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A step has failed, and everything stopped with it.
   *
   * @param runs what was done; the last one has failed
   */
  record Failed(List<MigrationRun> runs) implements MigrationResult {
    /** Copies the list. */
    public Failed {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Nothing was done: migrations are not what was run under their ids.
   *
   * @param ids which
   */
  record Drifted(List<MigrationId> ids) implements MigrationResult {
    /** Copies the list. */
    public Drifted {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Not done: this release does not know the migration that would have to be run.
   *
   * @param id which
   */
  record Missing(MigrationId id) implements MigrationResult {}

  /**
   * Nothing was undone: this one has to be applied to its end first, or repaired.
   *
   * @param run which
   */
  record Blocked(MigrationRun run) implements MigrationResult {}

  /**
   * Nothing was done: somebody else is at it.
   *
   * @param holder who
   * @param until how long at most, unless that runner goes on
   */
  record Busy(Subject holder, Instant until) implements MigrationResult {}

  /** This runner was too slow, and somebody else has taken over. */
  record Overtaken() implements MigrationResult {}
}
