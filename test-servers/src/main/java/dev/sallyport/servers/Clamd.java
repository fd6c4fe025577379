package dev.sallyport.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * clamd, the daemon of ClamAV, with none but the signatures that a test gives it: no database is
 * fetched, nothing is sent anywhere.
 *
 * @see <a href="https://docs.clamav.net/manual/Usage/Configuration.html">its configuration</a>
 */
public final class Clamd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Debian puts it where only the administrator's path leads. */
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"), Path.of("/usr/bin/clamd"));

  private static final int PING_MILLIS = 5_000;

  private final ServerProcess process;

  private Clamd(ServerProcess process) {
    this.process = process;
  }

  /**
   * Starts one; it ends when it is closed, or with this JVM.
   *
   * @param socket where it shall listen besides a port; may be there from an earlier one
   * @param signatures names, and the text that each is found by, anywhere in a file
   * @param wholeFiles lines of a {@code .hdb}: {@code md5:size:name}
   * @param largestStream its {@code StreamMaxLength}, in bytes
   * @throws IllegalStateException if there is none or it does not start
   */
  public static Clamd start(
      Path socket, Map<String, String> signatures, List<String> wholeFiles, long largestStream) {
    Path program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "There is no clamd. The Debian package clamav-daemon brings it."));
    return new Clamd(
        ServerProcess.start(
            "clamd",
            PATIENCE,
            (port, folder) -> {
              Path database = Files.createDirectory(folder.resolve("database"));
              write(database.resolve("own.ndb"), bodies(signatures));
              write(database.resolve("own.hdb"), wholeFiles);
              Path configuration = folder.resolve("clamd.conf");
              Files.writeString(
                  configuration, configuration(port, socket, database, folder, largestStream));
              return List.of(program.toString(), "--config-file=" + configuration);
            },
            Clamd::ping));
  }

  /** Where it listens on the loopback address. */
  public int port() {
    return process.uri().getPort();
  }

  @Override
  public void close() {
    process.close();
  }

  /** An empty file of signatures is a malformed one. */
  private static void write(Path file, List<String> lines) throws IOException {
    if (!lines.isEmpty()) {
      Files.write(file, lines);
    }
  }

  /** Type 0 is any file, * any place in it; then the bytes in hexadecimal. */
  private static List<String> bodies(Map<String, String> signatures) {
    return signatures.entrySet().stream()
        .map(one ->
            one.getKey()
                + ":0:*:"
                + HexFormat.of().formatHex(one.getValue().getBytes(StandardCharsets.ISO_8859_1)))
        .toList();
  }

  private static String configuration(
      int port, Path socket, Path database, Path folder, long largestStream) {
    return """
    Foreground yes
    DatabaseDirectory %s
    TemporaryDirectory %s
    LocalSocket %s
    FixStaleSocket yes
    TCPAddr 127.0.0.1
    TCPSocket %d
    StreamMaxLength %d
    MaxFileSize %d
    MaxScanSize %d
    AlertExceedsMax yes
    """
        .formatted(database, folder, socket, port, largestStream, largestStream, largestStream);
  }

  private static void ping(URI uri) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      socket.setSoTimeout(PING_MILLIS);
      socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      if (!new String(answer, StandardCharsets.US_ASCII).equals("PONG\0")) {
        throw new IOException("answered something else than PONG");
      }
    }
  }
}
