package dev.sallyport.http.deployment;

import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.operations.CorsPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every deployment has to be told, wherever it keeps things.
 *
 * @param version which build this is
 * @param publicUrl how clients reach it: scheme, host and port
 * @param temporaryFolder where large objects are kept while they are looked into
 * @param cors whose pages may call
 * @param server how callers are treated
 * @param managementPort where {@code /metrics} needs no login: loopback, 0 for any free port
 * @param uploads what may be sent
 * @param sanitization what passes
 * @param clamd who scans for malware, when somebody does
 * @param workers attachments that are checked at once
 * @param records what is made of what was accepted
 */
public record DeploymentSettings(
    String version,
    URI publicUrl,
    Path temporaryFolder,
    CorsPolicy cors,
    ServerSettings server,
    OptionalInt managementPort,
    UploadPolicy uploads,
    SanitizationPolicy sanitization,
    Optional<ClamdSettings> clamd,
    int workers,
    RecordSettings records) {
  /** Rejects a deployment that would judge nothing. */
  public DeploymentSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
  }

  /** Makes those of a deployment with {@link RecordSettings#defaults()}. */
  public DeploymentSettings(
      String version,
      URI publicUrl,
      Path temporaryFolder,
      CorsPolicy cors,
      ServerSettings server,
      OptionalInt managementPort,
      UploadPolicy uploads,
      SanitizationPolicy sanitization,
      Optional<ClamdSettings> clamd,
      int workers) {
    this(
        version,
        publicUrl,
        temporaryFolder,
        cors,
        server,
        managementPort,
        uploads,
        sanitization,
        clamd,
        workers,
        RecordSettings.defaults());
  }
}
