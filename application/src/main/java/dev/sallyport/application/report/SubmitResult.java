package dev.sallyport.application.report;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportForm;
import java.util.List;
import java.util.Set;

/** What became of a submitted report. */
public sealed interface SubmitResult {
  /**
   * Stored.
   *
   * @param report version 1
   */
  record Accepted(Report report) implements SubmitResult {}

  /**
   * Stored long ago by the same submission; nothing has changed.
   *
   * @param report as it is now
   */
  record Replayed(Report report) implements SubmitResult {}

  /** The report that was submitted under this client report id was erased. */
  record Erased() implements SubmitResult {}

  /** Another submission has used the client report id. */
  record DifferentBody() implements SubmitResult {}

  /**
   * Attachments that do not exist, or that no receipt shows to be the sender's, or that another
   * report has.
   *
   * @param attachments which; the caller learns no more
   */
  record ForeignAttachments(Set<AttachmentId> attachments) implements SubmitResult {
    /** Copies the set. */
    public ForeignAttachments {
      attachments = Set.copyOf(attachments);
    }
  }

  /**
   * Custom fields that the report form does not have or allow.
   *
   * @param violations each of them
   */
  record BreaksForm(List<ReportForm.Violation> violations) implements SubmitResult {
    /** Copies the list. */
    public BreaksForm {
      violations = List.copyOf(violations);
    }
  }
}
