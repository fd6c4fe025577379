package dev.sallyport.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that serves on a free port and ends when the one who started it does, however that
 * ends: closed, exited or killed.
 *
 * <p>A small shell stands between the two. It holds the other end of a pipe; when the operating
 * system closes that pipe, it ends the program and removes the program's folder.
 */
final class ServerProcess implements AutoCloseable {
  /**
   * {@code $1} is the folder, the rest is the program. Ctrl-C reaches the parent, which decides.
   */
  private static final String KEEPER =
      """
      trap '' INT
      folder=$1
      shift
      exec 3<&0
      "$@" 3<&- </dev/null &
      server=$!
      { cat <&3 >/dev/null; kill "$server"; sleep 5; kill -KILL "$server"; } >/dev/null 2>&1 &
      keeper=$!
      wait "$server"
      status=$?
      kill "$keeper" 2>/dev/null
      rm -rf "$folder"
      exit "$status"
      """;

  /** Another process may take a port between the moment that it was found free and its use. */
  private static final int ATTEMPTS = 3;

  private static final int LOG_TAIL_CHARS = 4_000;
  private static final Duration POLL = Duration.ofMillis(25);
  private static final Duration END = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final InputStream log;
  private final URI uri;

  private ServerProcess(Process process, InputStream log, URI uri) {
    this.process = process;
    this.log = log;
    this.uri = uri;
  }

  /** What to run so that it serves on that port, with a folder for whatever it has to write. */
  @FunctionalInterface
  interface Command {
    List<String> serving(int port, Path folder) throws IOException;
  }

  /** Asks a program something that it answers as soon as it serves. */
  @FunctionalInterface
  interface Greeting {
    /** Returns when it has answered; fails while it does not. */
    void ask(URI uri) throws IOException, InterruptedException;
  }

  /**
   * Starts the program and waits until it answers anything to {@code GET /}.
   *
   * @param name a word for the folder's name and messages
   * @throws IllegalStateException if it does not answer in time or ends; the message has the end of
   *     what it printed
   */
  static ServerProcess start(String name, Duration patience, Command command) {
    return start(name, patience, command, ServerProcess::get);
  }

  /** The same for a program that does not speak HTTP. */
  static ServerProcess start(String name, Duration patience, Command command, Greeting greeting) {
    for (int attempt = 1; ; attempt++) {
      ServerProcess started = launch(name, command);
      String failure = started.awaitAnswer(patience, greeting);
      if (failure == null) {
        return started;
      }
      String printed = started.printed();
      boolean ended = !started.process.isAlive();
      started.close();
      if (!ended || attempt == ATTEMPTS) {
        throw new IllegalStateException(name + " " + failure + "\n" + printed);
      }
    }
  }

  URI uri() {
    return uri;
  }

  /** Ends the program and waits, at most ten seconds, until it is gone. */
  @Override
  public void close() {
    try {
      log.close();
      process.getOutputStream().close();
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /** A port of the loopback address that was free a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerProcess launch(String name, Command command) {
    try {
      int port = freePort();
      Path folder = Files.createTempDirectory("sallyport-" + name + "-");
      Path log = Files.createFile(folder.resolve("log"));
      // Open from the beginning: what was printed can be read even when the folder is gone.
      InputStream printed = Files.newInputStream(log);
      List<String> words =
          new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, name, folder.toString()));
      words.addAll(command.serving(port, folder));
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ServerProcess(process, printed, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Null when it answered, else what happened instead. */
  private @Nullable String awaitAnswer(Duration patience, Greeting greeting) {
    long began = System.nanoTime();
    try {
      while (System.nanoTime() - began < patience.toNanos()) {
        try {
          greeting.ask(uri);
          return null;
        } catch (IOException e) {
          if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            return "ended with status " + process.exitValue() + " before it answered";
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "was not waited for";
    }
    return "did not answer within " + patience.toMillis() + " ms";
  }

  private static void get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    HTTP.send(request, HttpResponse.BodyHandlers.discarding());
  }

  private String printed() {
    try {
      String all = new String(log.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(Math.max(0, all.length() - LOG_TAIL_CHARS));
    } catch (IOException e) {
      return "nothing to read of what it printed: " + e.getMessage();
    }
  }
}
