package dev.sallyport.application.report.port;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps reports, and which report an attachment belongs to.
 *
 * <p>Reads by id are strongly consistent; lists may lag behind writes by seconds. A write answers
 * only after it is durable; it happens whole, with its claims and events, or not at all.
 */
public interface ReportStore {
  /**
   * Most bytes of UTF-8 that all texts of a report may have together; with everything else they fit
   * an item of DynamoDB (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">400
   * KB</a>).
   */
  int MAX_TEXT_BYTES = 350 * 1024;

  /**
   * Stores a new report, claims its attachments and keeps its events, in one transaction, if no
   * report has its client report id and no other report has claimed one of its attachments.
   *
   * <p>Idempotent on the client report id: a second call stores nothing and answers with the first
   * report and its digest.
   *
   * @param report version 1
   * @param body digest of what was submitted, to tell a replay from a conflict
   * @param events in the outbox exactly when the report is stored; at most {@link
   *     Outbox#MAX_EVENTS_PER_CHANGE}
   * @throws IllegalArgumentException when the report is over {@link #MAX_TEXT_BYTES}, is not
   *     version 1 or has the id of another report
   */
  CreateOutcome create(Report report, Sha256 body, List<DomainEvent> events);

  /**
   * Returns what was stored under a client's id, with the digest of what was submitted; nothing for
   * what was erased.
   */
  Optional<Accepted> findByClientReportId(ClientReportId id);

  /** Returns what is left under a client's id of a report that was erased. */
  Optional<Tombstone> findTombstone(ClientReportId id);

  /**
   * Removes a report with all that triage made of it and keeps its events, in one transaction. Its
   * ids stay taken: a tombstone stands under its client report id, and its attachments can be
   * claimed by no other report.
   *
   * @param clientId the client report id of that report
   * @return whether it is removed now; not when there is no such report any more
   */
  boolean erase(ReportId id, ClientReportId clientId, Instant now, List<DomainEvent> events);

  /**
   * Returns reports that were received up to an instant, earliest first. May lag behind writes by
   * seconds, and may hold less than there is.
   *
   * @param limit 1 to 100
   */
  List<Report> receivedUntil(Instant until, int limit);

  /** Returns the report as it is now, or nothing when there is none. */
  Optional<Report> find(ReportId id);

  /**
   * Stores the next version with its events, if the stored one is the version before it.
   *
   * @param next made from the stored version by one domain method
   * @param events in the outbox exactly when the change is stored; at most {@link
   *     Outbox#MAX_EVENTS_PER_CHANGE}
   */
  UpdateOutcome update(Report next, List<DomainEvent> events);

  /**
   * Stores the next version with its events as {@link #update} does, if its original exists and is
   * itself no duplicate at that moment. So no chain of originals ever leads back to where it began:
   * whoever gets an original last would have to be one already.
   *
   * @param next made from the stored version by one domain method, with an original other than
   *     itself
   * @param events in the outbox exactly when the change is stored; at most {@link
   *     Outbox#MAX_EVENTS_PER_CHANGE}
   * @throws IllegalArgumentException when it has no original
   */
  LinkOutcome updateAsDuplicate(Report next, List<DomainEvent> events);

  /**
   * Returns reports that match the filter, newest first: by time of receipt, then by the text of
   * the id, both descending.
   *
   * <p>A report that was there before the first page was read and still matches appears exactly
   * once over all pages; a later one at most once.
   *
   * @param limit 1 to 100
   */
  Page<Report> list(ReportFilter filter, int limit, Optional<PageToken> page);

  /**
   * An accepted report and the digest of its submission.
   *
   * @param report as it is now
   * @param body digest of what was submitted
   */
  record Accepted(Report report, Sha256 body) {}

  /**
   * What is left of a report that was erased.
   *
   * @param report what was its id
   * @param erasedAt since when
   */
  record Tombstone(ReportId report, Instant erasedAt) {}

  /** What became of {@link #create}. */
  sealed interface CreateOutcome {
    /** It is stored. */
    record Created() implements CreateOutcome {}

    /**
     * Nothing is stored: the client report id is taken.
     *
     * @param first the report that has it
     */
    record Exists(Accepted first) implements CreateOutcome {}

    /**
     * Nothing is stored: the report that had the client report id was erased.
     *
     * @param tombstone what is left of it
     */
    record Erased(Tombstone tombstone) implements CreateOutcome {}

    /**
     * Nothing is stored: attachments belong to another report.
     *
     * @param attachments which, never empty
     */
    record AttachmentsTaken(Set<AttachmentId> attachments) implements CreateOutcome {
      /** Copies the set. */
      public AttachmentsTaken {
        attachments = Set.copyOf(attachments);
      }
    }
  }

  /** What became of {@link #update}. */
  sealed interface UpdateOutcome {
    /** It is stored. */
    record Updated() implements UpdateOutcome {}

    /** Nothing is stored: the stored version is another one, or there is none. */
    record Stale() implements UpdateOutcome {}
  }

  /** What became of {@link #updateAsDuplicate}. */
  sealed interface LinkOutcome {
    /** It is stored. */
    record Linked() implements LinkOutcome {}

    /** Nothing is stored: the stored version is another one, or there is none. */
    record Stale() implements LinkOutcome {}

    /** Nothing is stored: there is no such original, or it is a duplicate itself. */
    record NoOriginal() implements LinkOutcome {}
  }
}
