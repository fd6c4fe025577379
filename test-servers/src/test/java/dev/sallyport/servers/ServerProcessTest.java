package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** The JDK's own, which serves its folder. */
  static ServerProcess webServer(Path... folders) {
    return ServerProcess.start(
        "web-server",
        PATIENCE,
        (port, folder) -> {
          if (folders.length > 0) {
            Files.createSymbolicLink(folders[0], folder);
          }
          return List.of(
              JAVA,
              "-XX:TieredStopAtLevel=1",
              "-m",
              "jdk.httpserver",
              "-b",
              "127.0.0.1",
              "-p",
              Integer.toString(port));
        });
  }

  @Test
  void closingEndsTheProgramAndRemovesItsFolder(@TempDir Path temporary) throws Exception {
    Path link = temporary.resolve("link");
    ServerProcess server = webServer(link);
    Path folder = link.toRealPath();
    assertThat(folder).isDirectory();

    server.close();

    assertThat(folder).doesNotExist();
    assertThatThrownBy(() -> connect(server.uri())).isInstanceOf(ConnectException.class);
  }

  @Test
  void aKilledParentTakesTheProgramWithIt() throws Exception {
    Process parent =
        new ProcessBuilder(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StartsAndWaits.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader printed = parent.inputReader()) {
      URI uri = URI.create(printed.readLine());
      List<ProcessHandle> children = new ArrayList<>(parent.descendants().toList());
      assertThat(children).isNotEmpty();

      parent.destroyForcibly();

      for (ProcessHandle child : children) {
        child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      assertThatThrownBy(() -> connect(uri)).isInstanceOf(ConnectException.class);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aProgramThatFailsSaysWhatItPrinted() {
    assertThatThrownBy(() ->
            ServerProcess.start(
                "broken",
                PATIENCE,
                (port, folder) -> List.of("/bin/sh", "-c", "echo no such thing; exit 7")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken ended with status 7 before it answered\nno such thing\n");
  }

  @Test
  void aProgramThatNeverAnswersIsGivenUpAndEnded() {
    List<Path> folders = new ArrayList<>();
    assertThatThrownBy(() ->
            ServerProcess.start(
                "silent",
                Duration.ofMillis(200),
                (port, folder) -> {
                  folders.add(folder);
                  return List.of("/bin/sh", "-c", "exec sleep 60");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("silent did not answer within");
    assertThat(folders).singleElement().satisfies(folder -> assertThat(folder).doesNotExist());
  }

  private static void connect(URI uri) throws Exception {
    new Socket(InetAddress.getLoopbackAddress(), uri.getPort()).close();
  }
}
