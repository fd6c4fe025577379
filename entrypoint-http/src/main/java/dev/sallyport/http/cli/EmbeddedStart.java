package dev.sallyport.http.cli;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.cli.ServeSettings.Backing;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.http.embedded.EmbeddedConfiguration;
import dev.sallyport.http.embedded.EmbeddedServer;
import dev.sallyport.inmemory.identity.CodeDelivery;
import dev.sallyport.inmemory.identity.InMemoryIdentitySettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ExitCode;

/** Starts the embedded product, with an admin of its own when nobody names users. */
final class EmbeddedStart {
  private static final String ADMIN = "admin";

  private static final String OWN_USER = "SALLYPORT_USER=... SALLYPORT_PASSWORD=...";

  /** As long as a UUID is random; no person has to type it. */
  private static final int PASSWORD_BYTES = 18;

  private final IdGenerator ids;
  private final Console console;

  EmbeddedStart(IdGenerator ids, Console console) {
    this.ids = ids;
    this.console = console;
  }

  Start start(ListeningSocket socket, ServeSettings settings, Backing.Embedded embedded)
      throws IOException {
    Mistakes mistakes = new Mistakes();
    List<InMemoryUser> users = users(embedded, mistakes);
    if (!mistakes.isEmpty()) {
      return new Start.Refused(mistakes.all(), ExitCode.USAGE);
    }
    String password = Base64.getUrlEncoder().encodeToString(ids.newSecret(PASSWORD_BYTES));
    boolean ownUsers = !users.isEmpty();
    DeploymentSettings deployment = settings.deployment(socket.port());
    EmbeddedServer server =
        EmbeddedServer.create(
            socket,
            new EmbeddedConfiguration(
                deployment,
                ownUsers ? users : List.of(new InMemoryUser(ADMIN, password, Set.of(Role.ADMIN))),
                InMemoryIdentitySettings.OWASP_ITERATIONS,
                embedded.storeBytes(),
                this::show),
            Clock.systemUTC(),
            ids);
    server.start();
    if (embedded.storeKeys().isPresent()) {
      server.writeStoreKeys(embedded.storeKeys().get());
    }
    URI url = deployment.publicUrl();
    return new Start.Running(
        url, server::close, greeting(url, ownUsers ? Optional.empty() : Optional.of(password)));
  }

  /** There is no mail here: whoever started the product passes codes on. */
  private void show(CodeDelivery.Purpose purpose, String username, String email, String code) {
    String use =
        switch (purpose) {
          case CONFIRMATION -> "confirms";
          case RECOVERY -> "lets choose another password:";
        };
    console.say("Code       " + code + " " + use + " user " + username);
  }

  private static List<InMemoryUser> users(Backing.Embedded embedded, Mistakes mistakes) {
    List<InMemoryUser> users = new ArrayList<>(embedded.users());
    embedded.usersFile().ifPresent(file -> users.addAll(UsersFile.read(file, mistakes)));
    Set<String> names = new HashSet<>();
    users.forEach(user -> names.add(user.name()));
    if (names.size() < users.size()) {
      mistakes.add("users: two have the same name");
    }
    return users;
  }

  private static List<String> greeting(URI url, Optional<String> password) {
    List<String> lines = new ArrayList<>();
    lines.add("Documents  " + url + "/docs");
    password.ifPresent(secret ->
        lines.add("Sign in    user " + ADMIN + ", password " + secret + " (shown only now)"));
    lines.add(
        "Try it     "
            + password.map(secret -> "SALLYPORT_PASSWORD=" + secret).orElse(OWN_USER)
            + " examples/report.sh "
            + url);
    lines.add("Stop       Ctrl+C; everything is held in memory and ends with the process");
    return lines;
  }
}
