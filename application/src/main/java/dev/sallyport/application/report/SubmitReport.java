package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.report.port.ReportStore.CreateOutcome;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.DomainEvent.ReportSubmitted;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportForm;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.shared.Sha256;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accepts a stranger's report once, whatever becomes of its attachments. */
public final class SubmitReport {
  private final ReportStore reports;
  private final ReportFormStore forms;
  private final AttachmentLedger attachments;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public SubmitReport(
      ReportStore reports,
      ReportFormStore forms,
      AttachmentLedger attachments,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.reports = reports;
    this.forms = forms;
    this.attachments = attachments;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Accepts the report, or says why not.
   *
   * <p>A replay is looked for first: it gets its first answer even when the report form has changed
   * or the receipts have ended since.
   *
   * @param submission what the stranger said
   * @param receipts of the grants that its attachments came from
   * @param body digest of the submission in a canonical form
   * @param sender who is signed in, if somebody is: the report counts as theirs
   */
  public SubmitResult submit(
      Submission submission, List<Receipt> receipts, Sha256 body, Optional<Subject> sender) {
    Optional<Accepted> before = reports.findByClientReportId(submission.clientReportId());
    if (before.isPresent()) {
      return repeated(before.get(), body);
    }
    List<ReportForm.Violation> violations = forms.current().check(submission.fields());
    if (!violations.isEmpty()) {
      return refused(submission, new SubmitResult.BreaksForm(violations));
    }
    Set<AttachmentId> foreign = foreign(submission.attachments(), receipts);
    if (!foreign.isEmpty()) {
      return refused(submission, new SubmitResult.ForeignAttachments(foreign));
    }
    return create(submission, body, sender);
  }

  /** An erased report has lost its attachments, and the form may have changed: neither is news. */
  private SubmitResult refused(Submission submission, SubmitResult refusal) {
    return reports.findTombstone(submission.clientReportId()).isPresent()
        ? new SubmitResult.Erased()
        : refusal;
  }

  private SubmitResult create(Submission submission, Sha256 body, Optional<Subject> sender) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Report report = Report.submitted(new ReportId(ids.newId()), submission, now);
    return switch (reports.create(report, body, events(report, sender))) {
      case CreateOutcome.Created _ -> {
        metrics.count("report.submitted", "severity", submission.severity().name());
        yield new SubmitResult.Accepted(report);
      }
      case CreateOutcome.Exists(Accepted first) -> repeated(first, body);
      case CreateOutcome.Erased _ -> new SubmitResult.Erased();
      case CreateOutcome.AttachmentsTaken(Set<AttachmentId> taken) ->
          new SubmitResult.ForeignAttachments(taken);
    };
  }

  private List<DomainEvent> events(Report report, Optional<Subject> sender) {
    Instant now = report.receivedAt();
    List<DomainEvent> events = new ArrayList<>();
    events.add(new ReportSubmitted(new EventId(ids.newId()), now, report.id()));
    sender.ifPresent(subject ->
        events.add(
            new ContributionMade(new EventId(ids.newId()), now, subject, Contribution.REPORT)));
    return events;
  }

  private static SubmitResult repeated(Accepted first, Sha256 body) {
    return first.body().equals(body)
        ? new SubmitResult.Replayed(first.report())
        : new SubmitResult.DifferentBody();
  }

  private Set<AttachmentId> foreign(List<AttachmentId> claimed, List<Receipt> receipts) {
    Set<AttachmentId> foreign = new LinkedHashSet<>(claimed);
    if (claimed.isEmpty()) {
      return foreign;
    }
    Instant now = clock.instant();
    for (Attachment attachment : attachments.findAll(claimed)) {
      if (attachment.purpose() instanceof Purpose.Evidence
          && receipts.stream().anyMatch(receipt -> attachment.wasGrantedTo(receipt, now))) {
        foreign.remove(attachment.id());
      }
    }
    return foreign;
  }
}
