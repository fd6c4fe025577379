package dev.sallyport.application.report;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.domain.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * A report with what became of its attachments.
 *
 * @param report as it is now
 * @param attachments in the order of the submission
 * @param link how far it has come on its way to a tracker, if it ever set out
 */
public record ReportDetail(Report report, List<Attachment> attachments, Optional<IssueLink> link) {
  /** Copies the list. */
  public ReportDetail {
    attachments = List.copyOf(attachments);
  }
}
