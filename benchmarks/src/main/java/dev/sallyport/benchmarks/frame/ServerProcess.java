package dev.sallyport.benchmarks.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, which says in one of its lines where it listens. It is ended
 * when closed, and by force when it does not want to.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
  private static final int LINES_TO_SHOW = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final URI address;
  private final Duration saidAfter;
  private final long spawnedNanos;

  private ServerProcess(Process process, URI address, long spawnedNanos) {
    this.saidAfter = Duration.ofNanos(System.nanoTime() - spawnedNanos);
    this.process = process;
    this.address = address;
    this.spawnedNanos = spawnedNanos;
  }

  /**
   * Starts it and waits until it says where it listens.
   *
   * @param limit for that
   * @throws BenchmarkFailedException with its last lines when it does not
   */
  public static ServerProcess start(ProcessBuilder command, Duration limit) {
    long spawned = System.nanoTime();
    Process process;
    try {
      process = command.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new BenchmarkFailedException("a server cannot be started", e);
    }
    CompletableFuture<URI> address = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> drain(process, address));
    try {
      URI found = address.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new ServerProcess(process, found, spawned);
    } catch (ExecutionException e) {
      process.destroyForcibly();
      throw new BenchmarkFailedException("a server ended at once", e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new BenchmarkFailedException(
          "a server said nothing for " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
  }

  /** Reads until the end, since a full pipe would stop the server. */
  private static void drain(Process process, CompletableFuture<URI> address) {
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = ADDRESS.matcher(line);
        if (!address.isDone() && matcher.find()) {
          address.complete(URI.create(matcher.group()));
        }
        last.addLast(line);
        if (last.size() > LINES_TO_SHOW) {
          last.removeFirst();
        }
      }
      address.completeExceptionally(new IOException(String.join(" | ", last)));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /** Returns where it listens. */
  public URI address() {
    return address;
  }

  /** Returns the time from its start to the line with its address. */
  public Duration saidAfter() {
    return saidAfter;
  }

  /** Returns the time from its start until now. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - spawnedNanos);
  }

  /** The command that starts a class of this build on this JVM. */
  public static ProcessBuilder java(List<String> flags, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // By variable: the class path is long, and a command line is for everybody to read.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
