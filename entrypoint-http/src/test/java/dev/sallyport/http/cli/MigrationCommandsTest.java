package dev.sallyport.http.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.cli.Environment.Reading;
import dev.sallyport.http.cli.ServeSettings.Backing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
  private static final String PASSWORD = "correct-horse";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final Launcher nothing =
      new Launcher() {
        @Override
        public int serve(ServeSettings settings) {
          throw new AssertionError("nothing is served here");
        }

        @Override
        public int rehearse(ServeSettings settings) {
          throw new AssertionError("nothing is served here");
        }
      };

  private Map<String, String> variables =
      Map.of("SALLYPORT_USER", "ann", "SALLYPORT_PASSWORD", PASSWORD);

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new Commands(new Environment(variables), console(), nothing).run(arguments);
  }

  private Console console() {
    return new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void statusWithoutAServerTellsWhatAnEmbeddedStartApplies() {
    assertThat(run("migration", "status")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("An embedded server begins with nothing")
        .contains("add bio to every record of profiles");
  }

  @Test
  void whatChangesAServerNeedsOne() {
    for (String command : List.of("migrate", "rollback", "repair")) {
      assertThat(run("migration", command)).isEqualTo(2);
      assertThat(err.toString(UTF_8)).contains("--server URL", "--config FILE");
    }
    assertThat(run("migration", "status", "--server", "http://[::1]", "--config", "x"))
        .isEqualTo(2);
    assertThat(run("migration", "rollback", "0", "--server", "http://[::1]")).isEqualTo(2);
    assertThat(run("migration", "migrate", "--server", "http://example.org")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("https");
  }

  @Test
  void generateWritesAFileThatReadsAndListsIt(@TempDir Path folder) throws IOException {
    Path list = Files.createFile(folder.resolve("migrations.txt"));

    assertThat(run("migration", "generate", "add_colour", "--folder", folder.toString())).isZero();

    String name = Files.readString(list).strip();
    assertThat(name).matches("\\d{14}_add_colour\\.json");
    assertThat(folder.resolve(name)).isRegularFile();
    assertThat(run("migration", "generate", "Add Colour", "--folder", folder.toString()))
        .isEqualTo(2);
  }

  @Test
  void aRunningServerIsAskedRolledBackAndMigratedAgain() throws IOException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (ListeningSocket socket = ListeningSocket.bind(loopback, 0)) {
      Start.Running server = start(socket);
      String url = server.url().toString();
      try {
        // Checking a password is slow on purpose; once is enough here.
        variables = Map.of("SALLYPORT_TOKEN", token(server.url()));
        assertThat(run("migration", "status", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("3 applied. Nothing to do.").contains("by start");
        assertThat(run("migration", "rollback", "1", "--dry-run", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("would undo").contains("remove bio");
        assertThat(run("migration", "rollback", "2", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("undone").contains("add_bio");
        assertThat(run("migration", "status", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("2 pending. Next: ").contains("applies it again");

        assertThat(run("migration", "migrate", "--dry-run", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("would apply");
        assertThat(run("migration", "migrate", "--server", url)).isZero();
        assertThat(run("migration", "migrate", "--server", url)).isZero();
        assertThat(out.toString(UTF_8)).contains("nothing to do");
        assertThat(run("migration", "repair", "--server", url)).isZero();
      } finally {
        server.stop().run();
      }
    }
  }

  @Test
  void aPasswordIsExchangedForATokenThatIsShownFromThenOn() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String shown = exchange.getRequestHeaders().getFirst("Authorization");
          asked.add(exchange.getRequestURI() + " " + shown + " " + body);
          byte[] answer =
              "{\"accessToken\":\"t0ken\",\"migrations\":[],\"plan\":[]}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(run("migration", "status", "--server", url)).isZero();
      assertThat(out.toString(UTF_8)).contains("There are no migrations.");
    } finally {
      server.stop(0);
    }
    assertThat(asked)
        .containsExactly(
            "/auth null {\"username\":\"ann\",\"password\":\"" + PASSWORD + "\"}",
            "/service/operations/migrations Bearer t0ken ");
  }

  private static String token(URI server) {
    HttpDriver.Received answer =
        new HttpDriver(server)
            .send("POST", "/auth")
            .json("{\"username\":\"ann\",\"password\":\"" + PASSWORD + "\"}")
            .send();
    return answer.json().text("accessToken");
  }

  private Start.Running start(ListeningSocket socket) throws IOException {
    Map<Setting, List<String>> options =
        Map.of(Setting.USER, List.of("ann:" + PASSWORD + ":admin"), Setting.PORT, List.of("0"));
    return switch (new Environment(Map.of()).read(options)) {
      case Reading.Invalid(List<String> mistakes) -> throw new AssertionError(mistakes.toString());
      case Reading.Valid(ServeSettings settings) ->
          switch (settings.backing()) {
            case Backing.Embedded embedded ->
                switch (new EmbeddedStart(new SecureIdGenerator(), console())
                    .start(socket, settings, embedded)) {
                  case Start.Running running -> running;
                  case Start.Refused refused -> throw new AssertionError(refused.toString());
                };
            case Backing.OnServices _ -> throw new AssertionError("embedded was asked for");
          };
    };
  }
}
