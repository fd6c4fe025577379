package dev.sallyport.http.cli;

import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.aws.AwsServices;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.http.deployment.RecordSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.CorsPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Everything that {@code sallyport serve} was told, complete and checked.
 *
 * @param host where to listen
 * @param port the port, 0 for any free one
 * @param publicUrl how clients reach it, without a slash at the end; nothing when that follows from
 *     host and port
 * @param managementPort where {@code /metrics} needs no login
 * @param corsOrigins whose pages may call
 * @param server how callers are treated
 * @param uploads what may be sent
 * @param sanitization what passes
 * @param clamd who scans for malware, when somebody does
 * @param workers attachments that are checked at once
 * @param records what is made of what was accepted
 * @param backing where things are kept
 */
record ServeSettings(
    InetAddress host,
    int port,
    Optional<URI> publicUrl,
    OptionalInt managementPort,
    List<URI> corsOrigins,
    ServerSettings server,
    UploadPolicy uploads,
    SanitizationPolicy sanitization,
    Optional<ClamdAddress> clamd,
    int workers,
    RecordSettings records,
    Backing backing) {
  ServeSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** Where things are kept. */
  sealed interface Backing {
    /** Returns how many bytes this process itself has room for; nothing when others hold them. */
    Optional<DataSize> store();

    /**
     * All in memory and in temporary files.
     *
     * @param usersFile where more users are listed
     * @param users users given directly
     * @param storeKeys where to write the uploader's key
     * @param storeBytes most bytes of all files on disk
     */
    record Embedded(
        Optional<Path> usersFile,
        List<InMemoryUser> users,
        Optional<Path> storeKeys,
        DataSize storeBytes)
        implements Backing {
      /** Copies the list. */
      public Embedded {
        users = List.copyOf(users);
      }

      @Override
      public Optional<DataSize> store() {
        return Optional.of(storeBytes);
      }
    }

    /** On services. */
    record OnServices(AwsServices services) implements Backing {
      @Override
      public Optional<DataSize> store() {
        return Optional.empty();
      }
    }
  }

  /**
   * Returns what every deployment is told.
   *
   * @param boundPort the port that was taken
   */
  DeploymentSettings deployment(int boundPort) {
    return new DeploymentSettings(
        Version.ofBuild(),
        publicUrl.orElseGet(() -> WebAddress.of(host, boundPort)),
        Path.of(System.getProperty("java.io.tmpdir")),
        new CorsPolicy(corsOrigins.stream().map(URI::toString).collect(Collectors.toSet())),
        server,
        managementPort,
        uploads,
        sanitization,
        clamd.map(address -> ClamdSettings.of(address, uploads, sanitization)),
        workers,
        records);
  }
}
