package dev.sallyport.http.embedded;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.ServerLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.CorsPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The embedded product with its defaults on a free port, for tests that come from outside. */
record StartedServer(URI url, EmbeddedServer server) implements AutoCloseable {
  private static final int DELIVERED_IDS = 1_000;

  static StartedServer in(Path folder, InMemoryUser... users) throws IOException {
    ListeningSocket socket = ListeningSocket.bind(InetAddress.getLoopbackAddress(), 0);
    URI url = URI.create("http://127.0.0.1:" + socket.port());
    EmbeddedServer server =
        EmbeddedServer.create(
            socket,
            configuration(url, folder, List.of(users)),
            Clock.systemUTC(),
            new SecureIdGenerator());
    server.start();
    return new StartedServer(url, server);
  }

  private static EmbeddedConfiguration configuration(
      URI url, Path folder, List<InMemoryUser> users) {
    return new EmbeddedConfiguration(
        new DeploymentSettings(
            "0.0.0-test",
            url,
            folder,
            new CorsPolicy(Set.of()),
            new ServerSettings(
                ThreadKind.VIRTUAL,
                Optional.empty(),
                List.of(),
                ServerLimits.defaults(),
                Duration.ofSeconds(2)),
            OptionalInt.of(0),
            UploadPolicy.defaults(),
            SanitizationPolicy.defaults(),
            Optional.empty(),
            1),
        users,
        DELIVERED_IDS,
        UploadPolicy.defaults().quarantineBytes(),
        (_, _, _, _) -> {});
  }

  @Override
  public void close() {
    server.close();
  }
}
