package dev.sallyport.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  private final AtomicInteger answered = new AtomicInteger();
  private HttpServer server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.createContext(
        "/service/status",
        exchange -> {
          answered.incrementAndGet();
          byte[] body = {'o', 'k'};
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyAnswerIsCountedOnce() {
    byte[] request = Exchange.STATUS.request(address.getAuthority());
    Load.Seen seen = Load.drive(address, request, 4, SHORT);
    assertThat(seen.latencies().getTotalCount()).isBetween(1L, (long) answered.get());
    assertThat(seen.perSecond())
        .isPositive()
        .isLessThanOrEqualTo(seen.latencies().getTotalCount() / 0.2);
    assertThat(seen.latencies().getValueAtPercentile(50)).isPositive();
  }

  @Test
  void anyAnswerButSuccessEndsTheRun() {
    byte[] request = Exchange.UPLOAD.request(address.getAuthority());
    assertThatThrownBy(() -> Load.drive(address, request, 2, SHORT))
        .isInstanceOf(BenchmarkFailedException.class)
        .rootCause()
        .hasMessage("the server answered 404");
  }
}
