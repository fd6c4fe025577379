package dev.sallyport.http.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.http.ManagementServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {
  private final PrometheusMetrics metrics = new PrometheusMetrics();

  @Test
  void countsByTags() {
    metrics.count("http.requests", "operation", "a", "status", "200");
    metrics.count("http.requests", "operation", "a", "status", "200");
    metrics.count("http.requests", "operation", "b", "status", "404");
    assertThat(metrics.text())
        .contains("http_requests_total{operation=\"a\",status=\"200\"} 2.0")
        .contains("http_requests_total{operation=\"b\",status=\"404\"} 1.0");
  }

  @Test
  void timesInBuckets() {
    metrics.time("http.time", Duration.ofMillis(20), "operation", "a");
    assertThat(metrics.text())
        .contains("http_time_seconds_bucket{operation=\"a\",le=\"0.01\"} 0")
        .contains("http_time_seconds_bucket{operation=\"a\",le=\"0.025\"} 1")
        .contains("http_time_seconds_count{operation=\"a\"} 1");
  }

  @Test
  void aTagWithoutEndStopsBeingCountedAndKeepsTheOthers() {
    for (int value = 0; value < 3 * PrometheusMetrics.MOST_SERIES; value++) {
      metrics.count("endless", "tag", "v" + value);
    }
    metrics.count("endless", "tag", "v0");
    assertThat(metrics.text().lines().filter(line -> line.startsWith("endless")))
        .hasSize(PrometheusMetrics.MOST_SERIES)
        .contains("endless_total{tag=\"v0\"} 2.0");
  }

  @Test
  void neverFailsWhateverItIsGiven() {
    metrics.count("clash", "a", "1");
    metrics.count("clash", "b", "1");
    metrics.count("clash", "odd");
    metrics.time("clash", Duration.ofSeconds(-1));
    assertThat(metrics.text()).contains("clash_total{a=\"1\"} 1.0");
  }

  @Test
  void showsTheProcess() {
    metrics.watchProcess();
    assertThat(metrics.text()).contains("jvm_memory_used_bytes").contains("process_uptime_seconds");
  }

  @Test
  void theManagementPortServesThemOnLoopback() throws Exception {
    metrics.count("seen");
    try (ManagementServer server =
            ManagementServer.start(0, PrometheusMetrics.MEDIA_TYPE, metrics::text);
        HttpClient client = HttpClient.newHttpClient()) {
      String host = InetAddress.getLoopbackAddress().getHostAddress();
      URI url = URI.create("http://" + host + ":" + server.port() + "/metrics");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
      assertThat(answer.body()).contains("seen_total 1.0");
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains(PrometheusMetrics.MEDIA_TYPE);
      HttpRequest delete = HttpRequest.newBuilder(url).DELETE().build();
      assertThat(client.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }
  }
}
