package dev.sallyport.application.report.port;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps comments, each by itself: what happens to one changes no other.
 *
 * <p>All reads are strongly consistent. A write answers only after it is durable.
 */
public interface CommentStore {
  /**
   * Stores a new comment with its events, if its report exists at that moment and has none with
   * this id.
   *
   * @param comment version 1
   * @param events in the outbox exactly when the comment is stored; at most {@link
   *     Outbox#MAX_EVENTS_PER_CHANGE}
   * @throws IllegalArgumentException when it is not version 1
   */
  AddOutcome add(Comment comment, List<DomainEvent> events);

  /** Returns the comment as it is now, or nothing when the report has none with this id. */
  Optional<Comment> find(ReportId report, CommentId id);

  /**
   * Stores the next version, if the stored one is the version before it.
   *
   * @param next made from the stored version by one domain method
   * @return whether it is stored; if not, the stored version is another one, or there is none
   */
  boolean replace(Comment next);

  /**
   * Removes a comment for good, if the stored version is still this one.
   *
   * @return whether it is removed
   */
  boolean remove(Comment current);

  /**
   * Returns the comments on a report, oldest first: by the time they were written, then by the text
   * of the id; none for a report that does not exist.
   *
   * <p>A comment that was there before the first page was read, and stays, appears exactly once
   * over all pages; a later one at most once.
   *
   * @param limit 1 to 100
   */
  Page<Comment> list(ReportId report, int limit, Optional<PageToken> page);

  /** What became of {@link #add}. */
  sealed interface AddOutcome {
    /** It is stored. */
    record Added() implements AddOutcome {}

    /**
     * Nothing is stored: the report has a comment with this id.
     *
     * @param first as it is now
     */
    record Exists(Comment first) implements AddOutcome {}

    /** Nothing is stored: there is no such report. */
    record NoReport() implements AddOutcome {}
  }
}
