package dev.sallyport.operations.event;

import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.AttachmentJudged;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.DomainEvent.ReportChanged;
import dev.sallyport.domain.event.DomainEvent.ReportErased;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;

/** The kinds of events under the names that messages and metrics use. */
public enum EventType {
  /** A report was accepted. */
  REPORT_SUBMITTED("ReportSubmitted"),
  /** Triage of a report changed. */
  REPORT_CHANGED("ReportChanged"),
  /** A report was erased. */
  REPORT_ERASED("ReportErased"),
  /** An attachment has come to its end. */
  ATTACHMENT_JUDGED("AttachmentJudged"),
  /** Somebody did something that is counted. */
  CONTRIBUTION_MADE("ContributionMade");

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the kind of an event. */
  public static EventType of(DomainEvent event) {
    return switch (event) {
      case ReportSubmitted _ -> REPORT_SUBMITTED;
      case ReportChanged _ -> REPORT_CHANGED;
      case ReportErased _ -> REPORT_ERASED;
      case AttachmentJudged _ -> ATTACHMENT_JUDGED;
      case ContributionMade _ -> CONTRIBUTION_MADE;
    };
  }

  /** Returns the name as it stands in messages. */
  public String wireName() {
    return wireName;
  }
}
