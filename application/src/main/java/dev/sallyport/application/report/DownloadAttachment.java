package dev.sallyport.application.report;

import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.attachment.DownloadName;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.Verdict;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Lets a triager fetch clean bytes for a short time, and never anything else. */
public final class DownloadAttachment {
  private final ReportStore reports;
  private final AttachmentLedger attachments;
  private final StorageAccess storage;
  private final UrlPresigner presigner;
  private final DownloadPolicy policy;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public DownloadAttachment(
      ReportStore reports,
      AttachmentLedger attachments,
      StorageAccess storage,
      UrlPresigner presigner,
      DownloadPolicy policy,
      Clock clock,
      Metrics metrics) {
    this.reports = reports;
    this.attachments = attachments;
    this.storage = storage;
    this.presigner = presigner;
    this.policy = policy;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Signs a URL for one attachment of one report, if its verdict and the caller's roles allow it.
   */
  public DownloadResult grant(ReportId reportId, AttachmentId id, Principal caller) {
    return reports
        .find(reportId)
        .filter(report -> report.submission().attachments().contains(id))
        .flatMap(_ -> attachments.find(id))
        .map(attachment -> grant(attachment, caller))
        .orElseGet(DownloadResult.NotFound::new);
  }

  private DownloadResult grant(Attachment attachment, Principal caller) {
    return switch (attachment.state()) {
      case Granted _, Quarantined _ -> new DownloadResult.NotJudgedYet();
      case Expired expired -> new DownloadResult.NothingClean(expired.reason());
      case Judged judged -> grant(attachment, judged.judgement(), caller);
    };
  }

  private DownloadResult grant(Attachment attachment, Judgement judgement, Principal caller) {
    return switch (judgement.verdict()) {
      case Verdict.Rejected(var reason) -> new DownloadResult.NothingClean(reason);
      case Verdict.Clean _, Verdict.Disarmed _, Verdict.Validated _ -> {
        Judgement.Output output = judgement.output().orElseThrow();
        yield output.dump() && !caller.holds(Role.DUMPS)
            ? new DownloadResult.Forbidden()
            : sign(attachment, output);
      }
    };
  }

  private DownloadResult sign(Attachment attachment, Judgement.Output output) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    DownloadName name =
        DownloadName.of(
            attachment.id(), attachment.declaration().name(), output.type().extension());
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("response-content-disposition", name.contentDisposition());
    query.put("response-content-type", output.type().servedAs().value());
    StorageAccess.Target target = storage.downloads();
    URI url =
        presigner.presign(
            new UrlRequest(
                UrlRequest.Method.GET,
                target.url(),
                output.key().value(),
                target.region(),
                policy.life(),
                query,
                new LinkedHashMap<>()),
            target.credentials(),
            now);
    metrics.count("download.granted");
    return new DownloadResult.Granted(url, now.plus(policy.life()));
  }
}
