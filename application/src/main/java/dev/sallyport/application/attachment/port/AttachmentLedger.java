package dev.sallyport.application.attachment.port;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of every attachment, what each account was granted, and how much quarantine is
 * promised.
 *
 * <p>Reads of single attachments are strongly consistent. A write answers only after it is durable;
 * it happens whole, with its counters and events, or not at all.
 */
public interface AttachmentLedger {
  /**
   * How long a replay that was charged is remembered: longer than the 14 days that a queue can keep
   * a message, so that no redelivery is charged again.
   */
  Duration REPLAY_MEMORY = Duration.ofDays(15);

  /**
   * Stores new attachments and charges for them, all or none.
   *
   * <p>The account is charged with {@link Grant#objects()} and {@link Grant#bytes()} in the window
   * that {@code now} is in (windows begin at multiples of their length since the epoch); the
   * deployment's reserve grows by the sum of {@link Attachment#reservedBytes()}.
   *
   * @throws IllegalArgumentException when an id exists already: ids are random, so somebody's code
   *     is wrong
   */
  GrantOutcome grant(Grant grant, Instant now);

  /** Returns the attachment as it is now, or nothing when there is none. */
  Optional<Attachment> find(AttachmentId id);

  /** Returns those that exist among at most 100 ids, in no particular order. */
  List<Attachment> findAll(Collection<AttachmentId> ids);

  /**
   * Stores the next revision with its events, if the stored one is the revision before it; the
   * deployment's reserve changes by the difference of their {@link Attachment#reservedBytes()}.
   *
   * @param next made from the stored revision by one domain method
   * @param events what the change means to others; in the outbox exactly when the change is stored;
   *     at most {@link Outbox#MAX_EVENTS_PER_CHANGE}
   */
  UpdateOutcome update(Attachment next, List<DomainEvent> events);

  /**
   * Charges an account with one object and its bytes for a version that nobody was granted: a form
   * used twice. Charging the same version again within {@link #REPLAY_MEMORY} changes nothing.
   *
   * <p>This never refuses; it only makes the next grant less likely.
   */
  void chargeReplay(
      AttachmentId id, VersionId version, QuotaAccount account, DataSize size, Instant now);

  /**
   * Returns attachments that have not ended and whose {@link Attachment#dueAt()} has come, earliest
   * first. May lag behind writes by seconds; whoever acts on an item does so by a conditional
   * write.
   *
   * @param limit 1 to 100
   */
  Page<Attachment> listDue(Instant now, int limit, Optional<PageToken> page);

  /**
   * Returns attachments that were first judged at one of these instants, earliest first; however
   * often one is judged again, it keeps its place. May lag behind writes by seconds. A page may
   * hold less than was asked for, even nothing, and have a next one.
   *
   * @param since the first instant
   * @param until the last instant
   * @param limit 1 to 100
   */
  Page<Attachment> listJudged(Instant since, Instant until, int limit, Optional<PageToken> page);

  /**
   * Forgets an attachment for good, if it has ended and is stored as it is given.
   *
   * @return whether it is gone now; not when another revision is stored
   * @throws IllegalArgumentException when it has not ended
   */
  boolean forget(Attachment ended);

  /** What became of {@link #grant}. */
  sealed interface GrantOutcome {
    /** Everything is stored. */
    record Granted() implements GrantOutcome {}

    /**
     * Nothing is stored: the account has used up its window.
     *
     * @param windowEnds when it may ask again
     */
    record QuotaExceeded(Instant windowEnds) implements GrantOutcome {}

    /**
     * Nothing is stored: too much is promised or waits in quarantine already.
     *
     * <p>Never more is promised than the limit. A ledger that counts the reserve in several places
     * at once may answer this though a little is left: only when none of them alone has room for
     * the grant, so that less than the grant times their number is left.
     */
    record QuarantineFull() implements GrantOutcome {}
  }

  /** What became of {@link #update}. */
  sealed interface UpdateOutcome {
    /** It is stored. */
    record Updated() implements UpdateOutcome {}

    /** Nothing is stored: the stored revision is another one, or there is none. */
    record Stale() implements UpdateOutcome {}
  }
}
