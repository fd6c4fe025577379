package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of judging retained originals again by the current rules. Immutable: every change returns
 * the next revision, which a store accepts only in place of the one it was made from. So whoever
 * works on the same page at the same time as somebody else counts for nothing.
 *
 * @param id its name
 * @param requestedBy who asked for it
 * @param scope which verdicts it looks at
 * @param startedAt when it was asked for
 * @param state whether it goes on
 * @param counts what became of everything before the cursor
 * @param cursor where the list of attachments goes on, in the ledger's own words; nothing at its
 *     beginning
 * @param timeouts how often in a row a check of the page at the cursor has outlasted its deadline
 * @param movedAt when it last came on
 * @param revision 1 at its start, one more with every change
 */
public record ResanitizeJob(
    ResanitizeJobId id,
    Subject requestedBy,
    ResanitizeScope scope,
    Instant startedAt,
    State state,
    ResanitizeCounts counts,
    Optional<String> cursor,
    int timeouts,
    Instant movedAt,
    long revision) {

  /** Whether a job goes on. */
  public sealed interface State {
    /** Some pages are left. */
    record Running() implements State {}

    /**
     * Everything was looked at.
     *
     * @param at since when
     */
    record Done(Instant at) implements State {}

    /**
     * Given up: for longer than an attachment may wait, nothing could be decided about the page at
     * the cursor. What was judged before it stays judged.
     *
     * @param at since when
     */
    record Failed(Instant at) implements State {}
  }

  /** Returns the first revision of a job that has looked at nothing. */
  public static ResanitizeJob started(
      ResanitizeJobId id, Subject requestedBy, ResanitizeScope scope, Instant now) {
    return new ResanitizeJob(
        id,
        requestedBy,
        scope,
        now,
        new State.Running(),
        ResanitizeCounts.NONE,
        Optional.empty(),
        0,
        now,
        1);
  }

  /** Tells whether pages are left. */
  public boolean isRunning() {
    return state instanceof State.Running;
  }

  /**
   * Leaves a page behind.
   *
   * @param page what became of it
   * @param next where the list goes on; nothing when that was the last page
   * @throws IllegalStateException when the job has ended
   */
  public ResanitizeJob advance(ResanitizeCounts page, Optional<String> next, Instant now) {
    State then = next.isPresent() ? state : new State.Done(now);
    return next(then, counts.plus(page), next, 0, now);
  }

  /**
   * Notes that a check of the page has outlasted its deadline.
   *
   * @throws IllegalStateException when the job has ended
   */
  public ResanitizeJob timedOut() {
    return next(state, counts, cursor, timeouts + 1, movedAt);
  }

  /**
   * Gives the job up.
   *
   * @throws IllegalStateException when the job has ended
   */
  public ResanitizeJob fail(Instant now) {
    return next(new State.Failed(now), counts, cursor, timeouts, movedAt);
  }

  private ResanitizeJob next(
      State then, ResanitizeCounts sum, Optional<String> place, int failures, Instant moved) {
    if (!isRunning()) {
      throw new IllegalStateException("the job has ended");
    }
    return new ResanitizeJob(
        id, requestedBy, scope, startedAt, then, sum, place, failures, moved, revision + 1);
  }
}
