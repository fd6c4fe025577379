package dev.sallyport.http.embedded;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.CorsPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Everything that an embedded deployment has to be told, its address included.
 *
 * @param version which build this is
 * @param publicUrl how clients reach it: scheme, host and port
 * @param temporaryFolder where large objects are kept while the process lives
 * @param users who may sign in
 * @param passwordIterations the work of one password check
 * @param cors whose pages may call
 * @param server how callers are treated
 * @param managementPort where {@code /metrics} needs no login: loopback, 0 for any free port
 * @param uploads what may be sent: no more of it in quarantine at once than the store holds, and
 *     encrypted in no way that the store does not know
 * @param storeBytes most bytes of all files on disk
 * @param sanitization what passes
 * @param workers attachments that are checked at once
 */
public record EmbeddedConfiguration(
    String version,
    URI publicUrl,
    Path temporaryFolder,
    List<InMemoryUser> users,
    int passwordIterations,
    CorsPolicy cors,
    ServerSettings server,
    OptionalInt managementPort,
    UploadPolicy uploads,
    DataSize storeBytes,
    SanitizationPolicy sanitization,
    int workers) {
  /** Copies the list; rejects what the embedded adapters cannot do. */
  public EmbeddedConfiguration {
    users = List.copyOf(users);
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
    if (uploads.quarantineBytes().exceeds(storeBytes)) {
      throw new IllegalArgumentException("the quarantine's bytes do not fit into the store");
    }
    if (uploads.encryption() instanceof Encryption.Kms) {
      throw new IllegalArgumentException(
          "aws:kms is not for the embedded store, which has no keys of that kind; use AES256");
    }
  }
}
