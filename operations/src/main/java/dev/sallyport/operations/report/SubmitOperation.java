package dev.sallyport.operations.report;

import dev.sallyport.application.report.ShowReport;
import dev.sallyport.application.report.SubmitReport;
import dev.sallyport.application.report.SubmitResult;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.attachment.ReceiptHeader;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.Violation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a stranger's report. A report without attachments needs no receipt: there is nothing to
 * prove.
 */
final class SubmitOperation {
  /**
   * An accepted report has to fit one item of DynamoDB with all its bookkeeping (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">400
   * KB</a>).
   */
  private static final int MAX_BODY = 256 * 1024;

  private final SubmitReport submitReport;
  private final ShowReport showReport;

  @Inject
  SubmitOperation(SubmitReport submitReport, ShowReport showReport) {
    this.submitReport = submitReport;
    this.showReport = showReport;
  }

  HttpOperation operation() {
    return HttpOperation.of("submitReport", "POST", "/service/reports", AccessRule.RECEIPT)
        .summary("Accepts a report, whatever becomes of its attachments.")
        .takes(
            ReceiptHeader.upTo(
                Submission.MAX_ATTACHMENTS,
                "The receipts of the attachments, separated by commas; needed when there are"
                    + " attachments."))
        .body(SubmissionShape.SHAPE, MAX_BODY)
        .answers(201, "Accepted.", ReportJson.RECEIVED)
        .answers(200, "Accepted before; nothing has changed.", ReportJson.RECEIVED)
        .refuses(
            ErrorCode.RECEIPT_REQUIRED,
            ErrorCode.FOREIGN_ATTACHMENT,
            ErrorCode.DIFFERENT_BODY,
            ErrorCode.ERASED)
        .calls(this::submit);
  }

  private Answer submit(Call call) {
    Submission submission = SubmissionShape.map(call.body());
    List<Receipt> receipts = ReceiptHeader.of(call);
    if (!submission.attachments().isEmpty() && receipts.isEmpty()) {
      return Answer.refuse(ErrorCode.RECEIPT_REQUIRED)
          .header("WWW-Authenticate", ReceiptHeader.NAME);
    }
    return switch (submitReport.submit(
        submission,
        receipts,
        SubmissionDigest.of(submission),
        call.principal().map(Principal::subject))) {
      case SubmitResult.Accepted(Report report) -> received(201, report);
      case SubmitResult.Replayed(Report report) -> received(200, report);
      case SubmitResult.DifferentBody _ -> Answer.refuse(ErrorCode.DIFFERENT_BODY);
      case SubmitResult.Erased _ -> Answer.refuse(ErrorCode.ERASED);
      case SubmitResult.ForeignAttachments(Set<AttachmentId> foreign) ->
          foreign(submission.attachments(), foreign);
      case SubmitResult.BreaksForm(List<ReportForm.Violation> violations) ->
          Answer.refuse(Problem.invalid(pointers(violations)));
    };
  }

  private Answer received(int status, Report report) {
    List<Attachment> attachments = showReport.attachments(report);
    return Answer.json(status, out -> ReportJson.writeReceived(report, attachments, out))
        .header("Location", "/service/reports/" + report.id());
  }

  private static Answer foreign(List<AttachmentId> claimed, Set<AttachmentId> foreign) {
    Findings findings = Findings.inBody();
    findings.enter("attachments");
    for (int i = 0; i < claimed.size(); i++) {
      if (foreign.contains(claimed.get(i))) {
        findings.addAt(Integer.toString(i), "foreign_attachment", "is not the sender's to claim");
      }
    }
    return Answer.refuse(new Problem(ErrorCode.FOREIGN_ATTACHMENT, findings.list(), Map.of()));
  }

  private static List<Violation> pointers(List<ReportForm.Violation> violations) {
    Findings findings = Findings.inBody();
    for (ReportForm.Violation violation : violations) {
      findings.enter("fields");
      violation.path().forEach(findings::enter);
      findings.add("breaks_form", violation.message());
      violation.path().forEach(_ -> findings.leave());
      findings.leave();
    }
    return findings.list();
  }
}
