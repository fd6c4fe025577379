package dev.sallyport.domain.migration;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger: a migration that was, or is being, applied or undone. Immutable: every
 * change returns the next revision. An entry changes only until it has ended.
 *
 * @param number its place in the ledger, from 1 without gaps
 * @param id which migration
 * @param checksum of the migration as it was run
 * @param direction which way
 * @param by who asked for it
 * @param startedAt when it began
 * @param place how far it has come
 * @param outcome what became of it
 * @param revision 1 at its start, one more with every change
 */
public record MigrationRun(
    long number,
    MigrationId id,
    Sha256 checksum,
    Direction direction,
    Subject by,
    Instant startedAt,
    Place place,
    Outcome outcome,
    int revision) {
  /** Longest text about a failure, in characters. */
  public static final int MAX_ERROR = 500;

  private static final int STEPS_OF_A_RUN = 100;

  /**
   * How far a run has come.
   *
   * @param first number of the run that began this work: its own, or that of a failed one before
   * @param step the step that comes next, from 0; as many as there are when none is left
   * @param cursor where that step goes on, in the schema's own words; nothing at its beginning
   * @param records how many records were changed so far
   */
  public record Place(long first, int step, Optional<String> cursor, long records) {
    /** Rejects a cursor that no ledger could keep, and places that there are not. */
    public Place {
      if (cursor.filter(text -> text.isEmpty() || text.length() > 2048).isPresent()) {
        throw new IllegalArgumentException("a cursor has 1 to 2048 characters");
      }
      if (first < 1 || step < 0 || step > Migration.MAX_STEPS || records < 0) {
        throw new IllegalArgumentException("no such place in a run");
      }
    }
  }

  /** What became of a run. */
  public sealed interface Outcome {
    /** It goes on, or its runner was killed. */
    record Running() implements Outcome {}

    /**
     * All steps are done.
     *
     * @param at since when
     */
    record Succeeded(Instant at) implements Outcome {}

    /**
     * A step could not be done.
     *
     * @param at since when
     * @param error why, for the operator; never anybody's data
     */
    record Failed(Instant at, String error) implements Outcome {
      /** Cuts what is too long. */
      public Failed {
        error = error.substring(0, Math.min(error.length(), MAX_ERROR));
      }
    }

    /**
     * An operator has set things right by hand, and the ledger with them.
     *
     * @param at since when
     */
    record Repaired(Instant at) implements Outcome {}
  }

  /** Begins a run at its first step. */
  public static MigrationRun begun(
      long number, Migration migration, Direction direction, Subject by, Instant now) {
    return new MigrationRun(
        number,
        migration.id(),
        migration.checksum(),
        direction,
        by,
        now,
        new Place(number, 0, Optional.empty(), 0),
        new Outcome.Running(),
        1);
  }

  /** Begins a run at the step that a failed one has stopped at. */
  public MigrationRun retried(long nextNumber, Subject who, Instant now) {
    if (!(outcome instanceof Outcome.Failed)) {
      throw new IllegalStateException("only what has failed is tried again");
    }
    return new MigrationRun(
        nextNumber, id, checksum, direction, who, now, place, new Outcome.Running(), 1);
  }

  /**
   * Notes that an operator has set right what the ledger says of a migration: a failed or
   * interrupted run is given up, or the checksum of an applied one is taken as it is now.
   */
  public MigrationRun repaired(long nextNumber, Sha256 now, Subject who, Instant at) {
    boolean stays = endedWell();
    Direction settled = stays || direction == Direction.DOWN ? Direction.UP : Direction.DOWN;
    // What stays applied keeps its place in the order in which migrations are undone.
    Place settledAt = stays ? place : new Place(nextNumber, 0, Optional.empty(), 0);
    Outcome repaired = new Outcome.Repaired(at);
    return new MigrationRun(nextNumber, id, now, settled, who, at, settledAt, repaired, 1);
  }

  /** Tells whether it has ended, and not by failing. */
  public boolean endedWell() {
    return outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.Repaired;
  }

  /** Tells whether no outcome is known yet. */
  public boolean isRunning() {
    return outcome instanceof Outcome.Running;
  }

  /** Tells whether this run, as the last one of its migration, leaves that applied. */
  public boolean leavesApplied() {
    return direction == (endedWell() ? Direction.UP : Direction.DOWN);
  }

  /** Returns when it ended, if it has. */
  public Optional<Instant> endedAt() {
    return switch (outcome) {
      case Outcome.Running _ -> Optional.empty();
      case Outcome.Succeeded(Instant at) -> Optional.of(at);
      case Outcome.Failed(Instant at, String _) -> Optional.of(at);
      case Outcome.Repaired(Instant at) -> Optional.of(at);
    };
  }

  /**
   * Returns the version that records carry once the next step has changed them. Greater than that
   * of every step before it, and the same however often the step is begun anew.
   */
  public long schemaVersion() {
    return place.first() * STEPS_OF_A_RUN + place.step() + 1;
  }

  /** Leaves a segment of a step behind. */
  public MigrationRun advanced(String cursor, long records) {
    return at(new Place(place.first(), place.step(), Optional.of(cursor), plus(records)), outcome);
  }

  /** Leaves a step behind. */
  public MigrationRun stepDone(long records) {
    return at(new Place(place.first(), place.step() + 1, Optional.empty(), plus(records)), outcome);
  }

  /** Ends well. */
  public MigrationRun succeeded(Instant now) {
    return at(place, new Outcome.Succeeded(now));
  }

  /** Ends because the next step cannot be done. */
  public MigrationRun failed(Instant now, String error) {
    return at(place, new Outcome.Failed(now, error));
  }

  private long plus(long records) {
    return place.records() + records;
  }

  private MigrationRun at(Place then, Outcome became) {
    if (!isRunning()) {
      throw new IllegalStateException("the run has ended");
    }
    return new MigrationRun(
        number, id, checksum, direction, by, startedAt, then, became, revision + 1);
  }
}
