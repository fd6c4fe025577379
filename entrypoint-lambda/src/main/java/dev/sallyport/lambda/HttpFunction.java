package dev.sallyport.lambda;

import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.lambda.event.ApiGatewayAnswer;
import dev.sallyport.lambda.event.ApiGatewayEvent;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpRequest;
import dev.sallyport.operations.HttpResponse;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.QueryString;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one request from API Gateway to the catalogue and its answer back. The gateway has bounded
 * it already; the catalogue's own bounds are smaller and hold besides.
 */
final class HttpFunction {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);
  private static final int MOST_HEADERS = 100;
  private static final int MOST_PARAMETERS = 100;
  private static final byte[] NOTHING = {};

  private final OperationCatalog catalog;
  private final MetricFlush metrics;

  @Inject
  HttpFunction(OperationCatalog catalog, MetricFlush metrics) {
    this.catalog = catalog;
    this.metrics = metrics;
  }

  /**
   * Answers one event.
   *
   * @param requestId names it in the answer and in the log
   * @throws IOException when it is no event
   */
  void handle(InputStream in, OutputStream out, String requestId) throws IOException {
    long start = System.nanoTime();
    try {
      HttpResponse response = answer(ApiGatewayEvent.read(in), requestId);
      ApiGatewayAnswer.write(response, out);
      LOG.atInfo()
          .addKeyValue("requestId", requestId)
          .addKeyValue("status", response.status())
          .addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
          .log("answered");
    } finally {
      metrics.flush();
    }
  }

  /** Answers a request that nobody has sent; connects to nothing and counts nothing. */
  void practise() {
    answer(
        new ApiGatewayEvent(
            "GET",
            "/service/status",
            "",
            Map.of(),
            Optional.of(NOTHING),
            InetAddress.getLoopbackAddress()),
        "practice");
    metrics.discard();
  }

  private HttpResponse answer(ApiGatewayEvent event, String requestId) {
    HttpRequest head = request(event, requestId, Map.of(), NOTHING);
    if (event.headers().size() > MOST_HEADERS) {
      return catalog.refuse(head, ErrorCode.HEADERS_TOO_LARGE, Optional.empty());
    }
    Optional<Map<String, List<String>>> query = QueryString.parse(event.query(), MOST_PARAMETERS);
    if (query.isEmpty() || event.body().isEmpty()) {
      return catalog.refuse(head, ErrorCode.INVALID_REQUEST, Optional.empty());
    }
    byte[] body = event.body().get();
    int most = catalog.maxBodyBytes(event.method(), event.path());
    if (most > 0 && body.length > most) {
      return catalog.refuse(head, ErrorCode.BODY_TOO_LARGE, Optional.empty());
    }
    return catalog.dispatch(request(event, requestId, query.get(), most == 0 ? NOTHING : body));
  }

  private static HttpRequest request(
      ApiGatewayEvent event, String requestId, Map<String, List<String>> query, byte[] body) {
    return new HttpRequest(
        requestId, event.method(), event.path(), query, event.headers(), body, event.sourceIp());
  }
}
