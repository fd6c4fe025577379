package dev.sallyport.benchmarks.http;

import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Product;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.ServerProcess;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Requests a second and latencies of the whole server beside a bare one that answers the same. */
public final class HttpBenchmark implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = 3;

  /**
   * Times the measured time, for both servers alike. On two cores, which the load shares, the
   * compiler needs ten to twenty seconds for a path as long as an upload's; before that the figures
   * would tell how much code there is and not how fast it runs.
   */
  private static final int WARM_UPS = 2;

  private static final Duration START = Duration.ofSeconds(60);
  private static final List<String> THREADS = List.of("virtual", "platform");

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String summary() {
    return "Requests a second and latencies over "
        + CONNECTIONS
        + " connections, beside a bare Javalin server that answers the same bytes.";
  }

  @Override
  public double usualSeconds() {
    return 9;
  }

  @Override
  public Result run(Session session) {
    List<Row> rows = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (String threads : THREADS) {
      try (Pair pair = Pair.start(session, threads)) {
        for (Exchange exchange : Exchange.ALL) {
          compare(session, pair, threads, exchange, rows, targets);
        }
      }
    }
    return new Result(
        name(),
        session.machine(),
        List.of("requests/s", "p50 ms", "p99 ms", "p99.9 ms"),
        rows,
        targets,
        List.of());
  }

  /** The two take turns, so that whatever else the machine does meets both. */
  private static void compare(
      Session session,
      Pair pair,
      String threads,
      Exchange exchange,
      List<Row> rows,
      List<Target> targets) {
    session.now(exchange.label() + ", " + threads + " threads");
    Duration round = session.round(ROUNDS);
    List<Load.Seen> ours = new ArrayList<>();
    List<Load.Seen> bare = new ArrayList<>();
    Duration warmUp = session.round(1).multipliedBy(WARM_UPS);
    drive(pair.ours, exchange, warmUp);
    drive(pair.bare, exchange, warmUp);
    for (int i = 0; i < ROUNDS; i++) {
      ours.add(drive(pair.ours, exchange, round));
      bare.add(drive(pair.bare, exchange, round));
    }
    String group = exchange.label() + ", " + threads;
    Row our = row(group, "Sallyport", Role.OURS, ours);
    Row other = row(group, "bare Javalin", Role.PEER, bare);
    rows.add(our);
    rows.add(other);
    targets.add(
        Target.atLeast(
            group + ", share of a bare server's requests",
            our.main() / other.main(),
            exchange.target()));
  }

  private static Load.Seen drive(ServerProcess server, Exchange exchange, Duration time) {
    byte[] request = exchange.request(server.address().getAuthority());
    return Load.drive(server.address(), request, CONNECTIONS, time);
  }

  private static Row row(String group, String label, Role role, List<Load.Seen> seen) {
    return new Row(
        group,
        label,
        role,
        List.of(
            median(seen, Load.Seen::perSecond),
            median(seen, s -> millis(s, 50)),
            median(seen, s -> millis(s, 99)),
            median(seen, s -> millis(s, 99.9))));
  }

  private static double median(List<Load.Seen> seen, ToDoubleFunction<Load.Seen> figure) {
    return Figures.median(seen.stream().mapToDouble(figure).toArray());
  }

  private static double millis(Load.Seen seen, double percentile) {
    return seen.latencies().getValueAtPercentile(percentile) / 1e6;
  }

  /**
   * A form without a size is charged with the largest size, so a small one keeps the quotas out of
   * the way of millions of grants.
   */
  private static List<String> options(String threads) {
    return List.of(
        "--threads",
        threads,
        "--max-bytes",
        "1KiB",
        "--quota-objects",
        "1000000000",
        "--quota-bytes",
        "1000000GiB",
        "--quarantine-bytes",
        "1000000GiB",
        "--store-bytes",
        "1000000GiB");
  }

  /** The two servers, with the same JVM flags and the same kind of threads. */
  private record Pair(ServerProcess ours, ServerProcess bare, Path folder)
      implements AutoCloseable {
    static Pair start(Session session, String threads) {
      session.now("starting both servers on " + threads + " threads");
      ServerProcess ours = ServerProcess.start(Product.serve(options(threads)), START);
      try {
        Path folder = Files.createTempDirectory("bench");
        List<String> arguments = new ArrayList<>(List.of(threads));
        for (Exchange exchange : Exchange.ALL) {
          Path answer = folder.resolve(exchange.method());
          Files.write(answer, answer(ours.address(), exchange));
          arguments.add(answer.toString());
        }
        ProcessBuilder command =
            ServerProcess.java(Product.FLAGS, BareServer.class.getName(), arguments);
        return new Pair(ours, ServerProcess.start(command, START), folder);
      } catch (IOException e) {
        ours.close();
        throw new BenchmarkFailedException("the server's answers could not be kept", e);
      } catch (BenchmarkFailedException e) {
        ours.close();
        throw e;
      }
    }

    private static byte[] answer(URI server, Exchange exchange) throws IOException {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(server.resolve(exchange.path()))
                    .header("Content-Type", "application/json")
                    .method(exchange.method(), HttpRequest.BodyPublishers.ofString(exchange.body()))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new BenchmarkFailedException(exchange.label() + " answers " + answer.statusCode());
        }
        return answer.body();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchmarkFailedException("interrupted", e);
      }
    }

    @Override
    public void close() {
      ours.close();
      bare.close();
      for (Exchange exchange : Exchange.ALL) {
        folder.resolve(exchange.method()).toFile().deleteOnExit();
      }
      folder.toFile().deleteOnExit();
    }
  }
}
