package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.report.port.IssueLinkStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows one report with its attachments and its issue. */
public final class ShowReport {
  private final ReportStore reports;
  private final AttachmentLedger attachments;
  private final IssueLinkStore links;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowReport(ReportStore reports, AttachmentLedger attachments, IssueLinkStore links) {
    this.reports = reports;
    this.attachments = attachments;
    this.links = links;
  }

  /** Returns the report, or nothing when there is none. */
  public Optional<ReportDetail> show(ReportId id) {
    return reports
        .find(id)
        .map(report -> new ReportDetail(report, attachments(report), links.find(id)));
  }

  /** Returns the attachments of a report, in the order of its submission. */
  public List<Attachment> attachments(Report report) {
    List<AttachmentId> claimed = report.submission().attachments();
    if (claimed.isEmpty()) {
      return List.of();
    }
    Map<AttachmentId, Attachment> found =
        attachments.findAll(claimed).stream()
            .collect(Collectors.toMap(Attachment::id, Function.identity()));
    return claimed.stream().map(id -> require(found, id)).toList();
  }

  private static Attachment require(Map<AttachmentId, Attachment> found, AttachmentId id) {
    Attachment attachment = found.get(id);
    if (attachment == null) {
      throw new CorruptDataException("a report has claimed a missing attachment: " + id, null);
    }
    return attachment;
  }
}
