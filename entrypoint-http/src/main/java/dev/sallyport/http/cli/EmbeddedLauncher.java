package dev.sallyport.http.cli;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.embedded.EmbeddedConfiguration;
import dev.sallyport.http.embedded.EmbeddedServer;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;

/**
 * Runs the embedded product in this process and tells the person at the terminal how to reach it.
 */
final class EmbeddedLauncher implements Launcher {
  private static final String ADMIN = "admin";

  private static final String OWN_USER = "SALLYPORT_USER=... SALLYPORT_PASSWORD=...";

  /** As long as a UUID is random; no person has to type it. */
  private static final int PASSWORD_BYTES = 18;

  private final Console console;
  private final IdGenerator ids = new SecureIdGenerator();

  EmbeddedLauncher(Console console) {
    this.console = console;
  }

  @Override
  public int serve(ServeSettings settings) {
    return run(
        settings,
        (server, url, password) -> {
          Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
          greet(url, password);
          new CountDownLatch(1).await();
        });
  }

  @Override
  public int rehearse(ServeSettings settings) {
    return run(
        settings,
        (server, url, password) -> {
          Rehearsal.run(url);
          server.close();
        });
  }

  /** What is done while the server runs. */
  private interface Stay {
    void with(EmbeddedServer server, URI url, Optional<String> password)
        throws IOException, InterruptedException;
  }

  private int run(ServeSettings settings, Stay stay) {
    Mistakes mistakes = new Mistakes();
    List<InMemoryUser> users = users(settings, mistakes);
    if (!mistakes.isEmpty()) {
      mistakes.all().forEach(console::complain);
      return ExitCode.USAGE;
    }
    try (ListeningSocket socket = ListeningSocket.bind(settings.host(), settings.port())) {
      String password = Base64.getUrlEncoder().encodeToString(ids.newSecret(PASSWORD_BYTES));
      boolean ownUsers = !users.isEmpty();
      List<InMemoryUser> known =
          ownUsers ? users : List.of(new InMemoryUser(ADMIN, password, Set.of(Role.ADMIN)));
      EmbeddedConfiguration configuration = configuration(settings, socket.port(), known);
      EmbeddedServer server = EmbeddedServer.create(socket, configuration, Clock.systemUTC(), ids);
      server.start();
      if (settings.storeKeys().isPresent()) {
        server.writeStoreKeys(settings.storeKeys().get());
      }
      stay.with(
          server, configuration.publicUrl(), ownUsers ? Optional.empty() : Optional.of(password));
      return ExitCode.OK;
    } catch (IOException failure) {
      console.complain("Not started: " + failure.getMessage() + ".");
      return ExitCode.SOFTWARE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.SOFTWARE;
    }
  }

  private static List<InMemoryUser> users(ServeSettings settings, Mistakes mistakes) {
    List<InMemoryUser> users = new ArrayList<>(settings.users());
    settings.usersFile().ifPresent(file -> users.addAll(UsersFile.read(file, mistakes)));
    Set<String> names = new HashSet<>();
    users.forEach(user -> names.add(user.name()));
    if (names.size() < users.size()) {
      mistakes.add("users: two have the same name");
    }
    return users;
  }

  private static EmbeddedConfiguration configuration(
      ServeSettings settings, int port, List<InMemoryUser> users) {
    Set<String> origins =
        settings.corsOrigins().stream().map(URI::toString).collect(Collectors.toSet());
    return new EmbeddedConfiguration(
        Version.ofBuild(),
        settings.publicUrl().orElseGet(() -> WebAddress.of(settings.host(), port)),
        Path.of(System.getProperty("java.io.tmpdir")),
        users,
        InMemoryIdentitySettings.OWASP_ITERATIONS,
        new CorsPolicy(origins),
        settings.server(),
        settings.managementPort(),
        settings.uploads(),
        settings.storeBytes(),
        settings.sanitization(),
        settings.workers());
  }

  private void greet(URI url, Optional<String> password) {
    console.say("Sallyport " + Version.ofBuild() + " is ready on " + url);
    console.say("  Documents  " + url + "/docs");
    password.ifPresent(secret ->
        console.say("  Sign in    user " + ADMIN + ", password " + secret + " (shown only now)"));
    console.say(
        "  Try it     "
            + password.map(secret -> "SALLYPORT_PASSWORD=" + secret).orElse(OWN_USER)
            + " examples/report.sh "
            + url);
    console.say("  Stop       Ctrl+C; everything is held in memory and ends with the process");
  }
}
