package dev.sallyport.domain.report;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The removal of one report and of everything that belongs to it, step by step. Immutable: every
 * change returns the next revision, which a store accepts only in place of the one it was made
 * from.
 *
 * <p>What is to be removed is written down before it is removed, so whoever is killed in between
 * finds it here, and what stands in the list of an erasure that has ended is gone.
 *
 * @param report what is erased; there is one erasure of a report, named after it
 * @param clientReportId under which its tombstone stays
 * @param attachments those that it had
 * @param requestedBy who asked for it
 * @param startedAt when it was asked for
 * @param phase what is looked for now
 * @param pending what was written down and is to be removed next; at most {@link #MAX_PENDING}
 * @param count how much was written down so far
 * @param endedAt when nothing was left
 * @param revision 1 at its start, one more with every change
 */
public record Erasure(
    ReportId report,
    ClientReportId clientReportId,
    List<AttachmentId> attachments,
    Subject requestedBy,
    Instant startedAt,
    Phase phase,
    List<ErasedThing> pending,
    long count,
    Optional<Instant> endedAt,
    long revision) {
  /** Most things of one step: all are written in one transaction with the erasure. */
  public static final int MAX_PENDING = 25;

  /**
   * What is looked for, in this order: the report first, so that from then on nothing is added to
   * it. What keeps copies elsewhere (report images, archived rows) is told by the event of the
   * first phase and gets a phase of its own before the last one.
   */
  public enum Phase {
    /** The report itself. */
    REPORT,
    /** What triagers said of it. */
    COMMENTS,
    /** What strangers sent, every version. */
    OBJECTS,
    /** What was made of it, and its provenance. */
    ATTACHMENTS,
    /** Who has searched for it. */
    SEARCHES,
    /** What was not told yet. */
    OUTBOX,
    /** What was told and nobody could handle. */
    DEAD_LETTERS;

    /** Returns the one that follows, unless this is the last. */
    Optional<Phase> next() {
      return switch (this) {
        case REPORT -> Optional.of(COMMENTS);
        case COMMENTS -> Optional.of(OBJECTS);
        case OBJECTS -> Optional.of(ATTACHMENTS);
        case ATTACHMENTS -> Optional.of(SEARCHES);
        case SEARCHES -> Optional.of(OUTBOX);
        case OUTBOX -> Optional.of(DEAD_LETTERS);
        case DEAD_LETTERS -> Optional.empty();
      };
    }
  }

  /** Copies the lists and rejects too much at once. */
  public Erasure {
    attachments = List.copyOf(attachments);
    pending = List.copyOf(pending);
    if (pending.size() > MAX_PENDING || count < pending.size() || revision < 1) {
      throw new IllegalArgumentException("an erasure that cannot be");
    }
  }

  /** Returns the first revision of one that has removed nothing. */
  public static Erasure started(Report report, Subject requestedBy, Instant now) {
    return new Erasure(
        report.id(),
        report.submission().clientReportId(),
        report.submission().attachments(),
        requestedBy,
        now,
        Phase.REPORT,
        List.of(),
        0,
        Optional.empty(),
        1);
  }

  /** Tells whether something may be left. */
  public boolean isRunning() {
    return endedAt.isEmpty();
  }

  /**
   * Writes down what is removed next.
   *
   * @throws IllegalStateException when it has ended or something is to be removed already
   */
  public Erasure plan(List<ErasedThing> things) {
    require(isRunning() && pending.isEmpty(), "first things first");
    return next(phase, things, count + things.size(), endedAt);
  }

  /**
   * Notes that what was written down is gone.
   *
   * @throws IllegalStateException when nothing was
   */
  public Erasure removed() {
    require(isRunning() && !pending.isEmpty(), "nothing was to be removed");
    return next(phase, List.of(), count, endedAt);
  }

  /**
   * Leaves a phase in which nothing more is found.
   *
   * @throws IllegalStateException when it has ended or something is still to be removed
   */
  public Erasure advance(Instant now) {
    require(isRunning() && pending.isEmpty(), "something is left");
    return phase
        .next()
        .map(following -> next(following, pending, count, endedAt))
        .orElseGet(() -> next(phase, pending, count, Optional.of(now)));
  }

  private Erasure next(Phase then, List<ErasedThing> things, long sum, Optional<Instant> end) {
    return new Erasure(
        report,
        clientReportId,
        attachments,
        requestedBy,
        startedAt,
        then,
        things,
        sum,
        end,
        revision + 1);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }
}
