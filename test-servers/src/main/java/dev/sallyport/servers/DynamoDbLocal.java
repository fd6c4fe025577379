package dev.sallyport.servers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Amazon's DynamoDB Local in a JVM and on a class path of its own, in memory.
 *
 * <p>It checks no signatures: any credentials and region see the same tables. Its own JVM, because
 * it brings libraries in versions that the product must not meet. It listens on every address of
 * the machine and cannot be told otherwise.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">Usage
 *     notes</a>
 */
public final class DynamoDbLocal {
  private static final String CLASS_PATH = "dynamodb-local.classpath";
  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerProcess process;

  private DynamoDbLocal(ServerProcess process) {
    this.process = process;
  }

  /** The one server of this JVM, started by the first who asks; it ends with this JVM. */
  public static DynamoDbLocal shared() {
    return Shared.SERVER;
  }

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return process.uri();
  }

  /**
   * Starts a server besides the shared one, which ends with this JVM as well: for tests that wait
   * for indexes, since a server that has many tables whose items expire makes no index for minutes.
   */
  public static DynamoDbLocal start() {
    List<Path> libraries = libraries();
    return new DynamoDbLocal(
        ServerProcess.start(
            "dynamodb-local", PATIENCE, (port, folder) -> command(libraries, port)));
  }

  private static List<String> command(List<Path> libraries, int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-Dsqlite4java.library.path=" + nativeFolder(libraries),
        "-cp",
        String.join(File.pathSeparator, libraries.stream().map(Path::toString).toList()),
        MAIN,
        "-inMemory",
        "-sharedDb",
        "-disableTelemetry",
        "-port",
        Integer.toString(port));
  }

  /** Each native library lies in a folder of its own, as Maven keeps it. */
  private static Path nativeFolder(List<Path> libraries) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String wanted =
        system.contains("mac")
            ? "libsqlite4java-osx-"
            : system.contains("win") ? "sqlite4java-win32-x64-" : "libsqlite4java-linux-amd64-";
    return libraries.stream()
        .filter(library -> library.getFileName().toString().startsWith(wanted))
        .map(Path::getParent)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("DynamoDB Local brings no " + wanted));
  }

  private static List<Path> libraries() {
    try (InputStream list = DynamoDbLocal.class.getResourceAsStream(CLASS_PATH)) {
      if (list == null) {
        throw new IllegalStateException(
            "no " + CLASS_PATH + ": module dynamodb-local is built with -am or from the root");
      }
      String paths = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
      return List.of(paths.split(File.pathSeparator)).stream().map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final DynamoDbLocal SERVER = start();
  }
}
