package dev.sallyport.http.embedded;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
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
 * @param uploads what may be sent
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
    SanitizationPolicy sanitization,
    int workers) {
  /** Copies the list. */
  public EmbeddedConfiguration {
    users = List.copyOf(users);
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
  }
}
