package dev.sallyport.benchmarks.sla;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A watcher, and somebody who asks, over loopback. Any answer but 200 ends the measuring. */
final class SlaClient implements AutoCloseable {
  static final String INGEST = "/file_sla_error";
  private static final int SENDERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LONGEST_NANOS = PATIENCE.toNanos();
  private static final int DIGITS = 3;
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Optional<String> authorization;

  private SlaClient(URI server, Optional<String> authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** What was seen. */
  record Seen(double perSecond, Histogram latencies) {
    double millis(double percentile) {
      return latencies.getValueAtPercentile(percentile) / 1e6;
    }
  }

  static SlaClient unknownTo(URI server) {
    return new SlaClient(server, Optional.empty());
  }

  static SlaClient signedIn(URI server, String user, String password) {
    SlaClient client = unknownTo(server);
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    Matcher token = TOKEN.matcher(client.send(client.post("/auth", body)));
    if (!token.find()) {
      throw new BenchmarkFailedException("the sign-in brought no token");
    }
    return new SlaClient(server, Optional.of("Bearer " + token.group(1)));
  }

  /** Sends so many runs over several connections; tells breaches a second and the time of a run. */
  Seen ingest(Runs runs, int count) {
    Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    AtomicInteger left = new AtomicInteger(count);
    long begin = System.nanoTime();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        all.add(
            senders.submit(() -> {
              while (left.getAndDecrement() > 0) {
                time(latencies, post(INGEST, runs.next()));
              }
            }));
      }
      for (Future<?> sender : all) {
        sender.get();
      }
    } catch (ExecutionException e) {
      throw new BenchmarkFailedException("runs could not be sent", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Seen((double) count * Runs.BREACHES / seconds, latencies);
  }

  /** Asks one question after another for so long, at least a hundred. */
  Seen ask(Supplier<String> question, Duration time) {
    Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < time.toNanos() || latencies.getTotalCount() < 100) {
      time(latencies, request(question.get()).GET().build());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Seen(latencies.getTotalCount() / seconds, latencies);
  }

  /** Returns an answer's body. */
  String get(String path) {
    return send(request(path).GET().build());
  }

  private void time(Histogram latencies, HttpRequest request) {
    long sent = System.nanoTime();
    send(request);
    latencies.recordValue(Math.min(System.nanoTime() - sent, LONGEST_NANOS));
  }

  private HttpRequest post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    authorization.ifPresent(token -> request.header("Authorization", token));
    return request;
  }

  private String send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new BenchmarkFailedException(
            request.uri().getPath() + " answers " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new BenchmarkFailedException("the server was lost", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
