package dev.sallyport.http.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpTarget;
import dev.sallyport.http.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server in a process of its own that is killed and started again on the same port. */
final class ForkedServer implements HttpTarget, AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Path config;
  private final Path log;
  private final int port;
  private Process process; // guarded by this
  private int generation; // guarded by this

  private ForkedServer(Path config, Path log, int port) throws IOException {
    this.config = config;
    this.log = log;
    this.port = port;
    this.process = fork();
  }

  static ForkedServer start(Path config, Path log) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ForkedServer server = new ForkedServer(config, log, port);
    server.awaitStart();
    return server;
  }

  private Process fork() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            // What is written down is read here; the configuration of tests would silence it.
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            "serve",
            "--config",
            config.toString(),
            "--port",
            Integer.toString(port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private void awaitStart() {
    Await.untilAsserted(START, () -> assertThat(isOnline()).as(log()).isTrue());
    synchronized (this) {
      generation++;
      notifyAll();
    }
  }

  private boolean isOnline() {
    try {
      return driver().send("GET", "/service/status").send().status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /**
   * Ends the process as a power cut would, with no time to do anything, and starts the next one.
   */
  void killAndStart() throws IOException, InterruptedException {
    synchronized (this) {
      process.destroyForcibly().waitFor();
      process = fork();
    }
    awaitStart();
  }

  /** Returns how many processes have answered so far. */
  synchronized int generation() {
    return generation;
  }

  /** Waits for a process after that one. */
  synchronized void awaitAfter(int seen) {
    long end = System.nanoTime() + START.toNanos();
    try {
      while (generation <= seen) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        assertThat(left).as("milliseconds left for a new process").isPositive();
        wait(left);
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError("interrupted while waiting for a new process", stopped);
    }
  }

  /** Returns everything that all processes have said. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String adminToken() {
    throw new UnsupportedOperationException("the issuer has them");
  }

  @Override
  public String triagerToken() {
    throw new UnsupportedOperationException("the issuer has them");
  }

  @Override
  public String userToken() {
    throw new UnsupportedOperationException("the issuer has them");
  }

  @Override
  public String allowedOrigin() {
    throw new UnsupportedOperationException("there is none");
  }

  @Override
  public synchronized void close() {
    process.destroyForcibly();
  }
}
