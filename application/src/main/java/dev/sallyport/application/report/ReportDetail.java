package dev.sallyport.application.report;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.report.Report;
import java.util.List;

/**
 * A report with what became of its attachments.
 *
 * @param report as it is now
 * @param attachments in the order of the submission
 */
public record ReportDetail(Report report, List<Attachment> attachments) {
  /** Copies the list. */
  public ReportDetail {
    attachments = List.copyOf(attachments);
  }
}
