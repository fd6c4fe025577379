package dev.sallyport.benchmarks.startup;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ServerProcess;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Seconds from the start script to the first answer, with and without the cache of classes. */
public final class StartupBenchmark implements Benchmark {
  private static final String GROUP = "./sallyport serve";
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";
  private static final int LEAST_RUNS = 3;
  private static final Duration BUILD = Duration.ofMinutes(10);
  private static final double TARGET_SECONDS = 2;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String summary() {
    return "Time from ./sallyport serve to the first answer of GET /service/status, with and"
        + " without the AOT cache.";
  }

  @Override
  public double usualSeconds() {
    return 10;
  }

  @Override
  public Result run(Session session) {
    session.now("building and rehearsing, if that is not done yet");
    start(session, "");
    List<Start> with = new ArrayList<>();
    List<Start> without = new ArrayList<>();
    session.now("starting with and without the cache in turn");
    long end = System.nanoTime() + (long) (session.seconds() * 2e9);
    while (System.nanoTime() < end || with.size() < LEAST_RUNS) {
      with.add(start(session, ""));
      without.add(start(session, WITHOUT_CACHE));
    }
    Row cached = row("with the AOT cache", with);
    Row uncached = row("without", without);
    return new Result(
        name(),
        session.machine(),
        List.of("first answer s", "first line s", "slowest answer s"),
        List.of(cached, uncached),
        List.of(Target.atMost("seconds to the first answer", cached.main(), TARGET_SECONDS)),
        List.of());
  }

  /** Seconds from the command to the line with the address, and to the first answer. */
  private record Start(double line, double answer) {}

  private static Start start(Session session, String options) {
    ProcessBuilder command =
        new ProcessBuilder(
            session.project().root().resolve("sallyport").toString(), "serve", "--port", "0");
    command.environment().put("SALLYPORT_JAVA_OPTS", options);
    // The same Java for all, not whichever is found first.
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try (ServerProcess server = ServerProcess.start(command, BUILD)) {
      requireAnswer(server.address());
      return new Start(seconds(server.saidAfter()), seconds(server.age()));
    } catch (IOException e) {
      throw new BenchmarkFailedException("the server said where it is and did not answer", e);
    }
  }

  /** By plain socket, since a client that has to warm up would be measured with the server. */
  private static void requireAnswer(URI server) throws IOException {
    String request =
        "GET /service/status HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(server.getHost(), server.getPort());
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String status = answer.readLine();
      if (status == null || !status.startsWith("HTTP/1.1 200")) {
        throw new IOException("answered " + status);
      }
    }
  }

  private static Row row(String label, List<Start> starts) {
    return new Row(
        GROUP,
        label,
        Role.OURS,
        List.of(
            Figures.median(starts.stream().map(Start::answer).toList()),
            Figures.median(starts.stream().map(Start::line).toList()),
            starts.stream().mapToDouble(Start::answer).max().orElseThrow()));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
