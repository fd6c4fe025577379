package dev.sallyport.http.cli;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that {@code sallyport serve} was told, complete and checked.
 *
 * @param host where to listen
 * @param port the port, 0 for any free one
 * @param publicUrl how clients reach it, without a slash at the end; nothing when that follows from
 *     host and port
 * @param usersFile where more users are listed
 * @param users users given directly
 * @param storeKeys where to write the uploader's key
 * @param managementPort where {@code /metrics} needs no login
 * @param corsOrigins whose pages may call
 * @param server how callers are treated
 * @param uploads what may be sent
 * @param storeBytes most bytes of all files on disk
 * @param sanitization what passes
 * @param workers attachments that are checked at once
 */
record ServeSettings(
    InetAddress host,
    int port,
    Optional<URI> publicUrl,
    Optional<Path> usersFile,
    List<InMemoryUser> users,
    Optional<Path> storeKeys,
    OptionalInt managementPort,
    List<URI> corsOrigins,
    ServerSettings server,
    UploadPolicy uploads,
    DataSize storeBytes,
    SanitizationPolicy sanitization,
    int workers) {
  ServeSettings {
    users = List.copyOf(users);
    corsOrigins = List.copyOf(corsOrigins);
  }
}
