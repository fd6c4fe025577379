package dev.sallyport.http.deployment;

import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.HttpOperation;
import java.nio.charset.StandardCharsets;

/**
 * Shows the metrics to admins on the main port. It belongs to this server and to no other
 * entrypoint, so it is not in the document of operations.
 */
final class MetricsOperation {
  private final PrometheusMetrics metrics;

  MetricsOperation(PrometheusMetrics metrics) {
    this.metrics = metrics;
  }

  HttpOperation operation() {
    return HttpOperation.of("showMetrics", "GET", "/metrics", AccessRule.ADMIN)
        .summary("Shows the metrics of this process in the Prometheus text format.")
        .answersBytes(200, "All metrics.", PrometheusMetrics.MEDIA_TYPE)
        .calls(call ->
            Answer.bytes(
                PrometheusMetrics.MEDIA_TYPE, metrics.text().getBytes(StandardCharsets.UTF_8)));
  }
}
