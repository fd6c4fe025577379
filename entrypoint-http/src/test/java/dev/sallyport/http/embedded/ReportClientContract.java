package dev.sallyport.http.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.inmemory.identity.InMemoryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client that reporters build on does as a process of its own, against the embedded product.
 */
abstract class ReportClientContract {
  private static final String PHOTO = "landscape-orientation-6.jpg";
  private static final String PASSWORD = "correct horse battery";
  @TempDir private Path folder;
  private StartedServer server;

  @BeforeEach
  final void start() throws IOException {
    server =
        StartedServer.in(
            Files.createDirectory(folder.resolve("server")),
            new InMemoryUser("tess", PASSWORD, Set.of(Role.TRIAGER)));
  }

  @AfterEach
  final void stop() {
    server.close();
  }

  /** What starts it, before the server's URL. */
  abstract List<String> client();

  @Test
  final void sendsAReportWithItsFiles() throws Exception {
    Path executable = folder.resolve("über \"crash\".bin");
    Files.write(executable, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    String title = "The save \"slot 1\" \\ cannot be opened: Ünïcode 🎮";
    Ended ended = run(title, "../examples/evidence/" + PHOTO, executable.toString());
    assertThat(ended.text())
        .contains("sent " + PHOTO)
        .contains(PHOTO + ": DISARMED")
        .contains("REJECTED UNSUPPORTED_TYPE");
    assertThat(ended.status()).isZero();
    assertThat(reports())
        .singleElement()
        .satisfies(report -> {
          assertThat(report.text("title")).isEqualTo(title);
          assertThat(ended.text()).contains("report " + report.text("reportId"));
        });
  }

  @Test
  final void tellsWhatIsWrong() throws Exception {
    Ended ended = run("x".repeat(201));
    assertThat(ended.text()).contains("/title");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(reports()).isEmpty();
  }

  private List<JsonNode> reports() {
    HttpDriver driver = new HttpDriver(server.url());
    String credentials = "{\"username\":\"tess\",\"password\":\"" + PASSWORD + "\"}";
    String token = driver.send("POST", "/auth").json(credentials).send().json().text("accessToken");
    return driver.send("GET", "/service/reports").as(token).send().json().list("reports");
  }

  private record Ended(int status, String text) {}

  private Ended run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(client());
    command.add(server.url().toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the client does not end");
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }
}
