package dev.sallyport.domain.report;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of reports that somebody asked for. Immutable: every change returns the next revision,
 * which a store accepts only in place of the one it was made from.
 *
 * @param id its name
 * @param requestedBy who asked for it, and the only one who gets it
 * @param status only reports of this status, if there is one
 * @param severity only reports of this severity, if there is one
 * @param assignee only reports of this assignee, if there is one
 * @param startedAt when it was asked for
 * @param state how far it has come
 * @param revision 1 at its start, one more with every change
 */
public record Export(
    ExportId id,
    Subject requestedBy,
    Optional<ReportStatus> status,
    Optional<Severity> severity,
    Optional<Subject> assignee,
    Instant startedAt,
    State state,
    long revision) {
  /** How long its file is kept, so that erased reports do not live on in it. */
  public static final Duration LIFE = Duration.ofHours(1);

  /** Rejects more than one filter and a revision below 1. */
  public Export {
    long filters = status.stream().count() + severity.stream().count() + assignee.stream().count();
    if (filters > 1 || revision < 1) {
      throw new IllegalArgumentException("at most one filter");
    }
  }

  /** How far an export has come. */
  public sealed interface State {
    /** Its file is still to be written. */
    record Running() implements State {}

    /**
     * Its file can be had.
     *
     * @param at since when
     * @param rows how many reports stand in it
     * @param complete whether these are all that there were
     */
    record Done(Instant at, long rows, boolean complete) implements State {}

    /** Its file is gone. */
    record Expired() implements State {}
  }

  /** Returns where its file is, behind the second door. */
  public ObjectKey key() {
    return new ObjectKey("exports/" + id + "/reports.csv");
  }

  /**
   * Notes that the file is written.
   *
   * @throws IllegalStateException when it was before
   */
  public Export written(Instant now, long rows, boolean complete) {
    require(state instanceof State.Running);
    return next(new State.Done(now, rows, complete));
  }

  /** Tells whether its file has been kept for long enough. */
  public boolean isDue(Instant now) {
    return state instanceof State.Done done && !now.isBefore(done.at().plus(LIFE));
  }

  /**
   * Notes that the file is gone.
   *
   * @throws IllegalStateException when there was none
   */
  public Export expired() {
    require(state instanceof State.Done);
    return next(new State.Expired());
  }

  private Export next(State then) {
    return new Export(id, requestedBy, status, severity, assignee, startedAt, then, revision + 1);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("an export goes one way");
    }
  }
}
