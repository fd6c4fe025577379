package dev.sallyport.application.report;

import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.Export.State;
import dev.sallyport.domain.report.ExportId;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Shows an export to whoever asked for it, with an address of its file for a short time. */
public final class ShowExport {
  private final ExportStore exports;
  private final StorageAccess storage;
  private final UrlPresigner presigner;
  private final DownloadPolicy policy;
  private final Clock clock;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowExport(
      ExportStore exports,
      StorageAccess storage,
      UrlPresigner presigner,
      DownloadPolicy policy,
      Clock clock) {
    this.exports = exports;
    this.storage = storage;
    this.presigner = presigner;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Where a file can be had.
   *
   * @param url signed
   * @param expiresAt until when
   */
  public record Link(URI url, Instant expiresAt) {}

  /**
   * An export and its file.
   *
   * @param export how far it has come
   * @param link when there is a file
   */
  public record Shown(Export export, Optional<Link> link) {}

  /** Returns the export, or nothing when there is none or somebody else asked for it. */
  public Optional<Shown> show(ExportId id, Subject caller) {
    return exports
        .find(id)
        .filter(export -> export.requestedBy().equals(caller))
        .map(export -> new Shown(export, link(export)));
  }

  private Optional<Link> link(Export export) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!(export.state() instanceof State.Done) || export.isDue(now)) {
      return Optional.empty();
    }
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("response-content-disposition", "attachment; filename=\"reports.csv\"");
    query.put("response-content-type", "text/csv; charset=utf-8; header=present");
    StorageAccess.Target target = storage.downloads();
    URI url =
        presigner.presign(
            new UrlRequest(
                UrlRequest.Method.GET,
                target.url(),
                export.key().value(),
                target.region(),
                policy.life(),
                query,
                new LinkedHashMap<>()),
            target.credentials(),
            now);
    return Optional.of(new Link(url, now.plus(policy.life())));
  }
}
