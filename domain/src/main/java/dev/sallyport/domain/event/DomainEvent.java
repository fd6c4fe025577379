package dev.sallyport.domain.event;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.report.ReportId;
import java.time.Instant;

/**
 * Something that has happened and stays true. Events carry names and versions, never contents: a
 * consumer reads the store, so it bears events late, twice and out of order.
 */
public sealed interface DomainEvent {
  /** Returns the event's name for good. */
  EventId eventId();

  /** Returns when it happened, by the server's clock. */
  Instant at();

  /**
   * A report was accepted.
   *
   * @param eventId the event
   * @param at when
   * @param reportId the report
   */
  record ReportSubmitted(EventId eventId, Instant at, ReportId reportId) implements DomainEvent {}

  /**
   * Triage of a report changed.
   *
   * @param eventId the event
   * @param at when
   * @param reportId the report
   * @param version the version that the change made
   */
  record ReportChanged(EventId eventId, Instant at, ReportId reportId, long version)
      implements DomainEvent {}

  /**
   * A report was erased: whoever keeps something of it elsewhere removes that.
   *
   * @param eventId the event
   * @param at when
   * @param reportId what was the report
   */
  record ReportErased(EventId eventId, Instant at, ReportId reportId) implements DomainEvent {}

  /**
   * An attachment has come to its end: a verdict, or none in time.
   *
   * @param eventId the event
   * @param at when
   * @param attachmentId the attachment
   * @param revision the revision that carries the end
   */
  record AttachmentJudged(EventId eventId, Instant at, AttachmentId attachmentId, long revision)
      implements DomainEvent {}

  /**
   * Somebody who is signed in has done something that is counted.
   *
   * @param eventId the event
   * @param at when
   * @param subject who
   * @param contribution what
   */
  record ContributionMade(EventId eventId, Instant at, Subject subject, Contribution contribution)
      implements DomainEvent {}
}
