package dev.sallyport.http;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpRequest;
import dev.sallyport.operations.HttpResponse;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one request from the server to the catalogue and its answer back, unless the request costs
 * more than it may.
 *
 * <p>The order is that of growing cost: rate, number of fields, announced size, and only then
 * reading. A request id that a client sends is not looked at, because it would end in our log.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final byte[] NOTHING = {};

  private static final int MOST_DISCARDED = 1 << 20;

  /** In the log alone, as nginx writes it. */
  private static final int CLIENT_GONE = 499;

  private final OperationCatalog catalog;
  private final IdGenerator ids;
  private final ServerLimits limits;
  private final ClientAddress clientAddress;
  private final Optional<RateLimiter> rateLimiter;

  Dispatcher(
      OperationCatalog catalog,
      IdGenerator ids,
      ServerLimits limits,
      ClientAddress clientAddress,
      Optional<RateLimiter> rateLimiter) {
    this.catalog = catalog;
    this.ids = ids;
    this.limits = limits;
    this.clientAddress = clientAddress;
    this.rateLimiter = rateLimiter;
  }

  /** Answers one request, or gives up when the client has gone. */
  void handle(HttpServletRequest request, HttpServletResponse response) {
    long start = System.nanoTime();
    HttpRequest head = head(request);
    try {
      HttpResponse answer = answer(head, request);
      if (hasUnreadBody(request)) {
        response.setHeader("Connection", "close");
        write(answer, response);
        discardBody(answer, request, response);
      } else {
        write(answer, response);
      }
      log(head, answer.status(), start);
    } catch (IOException gone) {
      log(head, CLIENT_GONE, start);
    }
  }

  private void log(HttpRequest head, int status, long start) {
    LOG.atDebug()
        .addKeyValue("requestId", head.requestId())
        .addKeyValue("operation", () -> catalog.operationId(head.method(), head.path()))
        .addKeyValue("status", status)
        .addKeyValue("ms", (System.nanoTime() - start) / 1_000_000)
        .log("answered");
  }

  private HttpResponse answer(HttpRequest head, HttpServletRequest request) throws IOException {
    Optional<Duration> wait =
        rateLimiter.flatMap(limiter -> limiter.take(head.client(), head.path()));
    if (wait.isPresent()) {
      return catalog.refuse(head, ErrorCode.TOO_MANY_REQUESTS, wait);
    }
    if (head.headers().size() > limits.headerCount()) {
      return refuse(head, ErrorCode.HEADERS_TOO_LARGE);
    }
    Optional<Map<String, List<String>>> query =
        QueryString.parse(request.getQueryString(), limits.parameterCount());
    if (query.isEmpty()) {
      return refuse(head, ErrorCode.INVALID_REQUEST);
    }
    int most = catalog.maxBodyBytes(head.method(), head.path());
    if (most == 0) {
      return catalog.dispatch(with(head, query.get(), NOTHING));
    }
    long announced = request.getContentLengthLong();
    if (announced > most) {
      return refuse(head, ErrorCode.BODY_TOO_LARGE);
    }
    return switch (RequestBody.read(request.getInputStream(), announced, most, limits.bodyTime())) {
      case RequestBody.Reading.Complete(byte[] body) ->
          catalog.dispatch(with(head, query.get(), body));
      case RequestBody.Reading.TooLarge() -> refuse(head, ErrorCode.BODY_TOO_LARGE);
      case RequestBody.Reading.TooSlow() -> refuse(head, ErrorCode.REQUEST_TIMEOUT);
      case RequestBody.Reading.Broken() -> refuse(head, ErrorCode.INVALID_REQUEST);
    };
  }

  private HttpResponse refuse(HttpRequest head, ErrorCode code) {
    return catalog.refuse(head, code, Optional.empty());
  }

  private HttpRequest head(HttpServletRequest request) {
    Map<String, String> headers = headers(request);
    InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
    return new HttpRequest(
        ids.newId().toString(),
        request.getMethod(),
        request.getRequestURI(),
        Map.of(),
        headers,
        NOTHING,
        clientAddress.of(peer, headers.getOrDefault("x-forwarded-for", "")));
  }

  private static HttpRequest with(HttpRequest head, Map<String, List<String>> query, byte[] body) {
    return new HttpRequest(
        head.requestId(), head.method(), head.path(), query, head.headers(), body, head.client());
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    Enumeration<String> names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement();
      Enumeration<String> values = request.getHeaders(name);
      String value = values.nextElement();
      while (values.hasMoreElements()) {
        value = value + ", " + values.nextElement();
      }
      headers.put(name.toLowerCase(Locale.ROOT), value);
    }
    return headers;
  }

  private static boolean hasUnreadBody(HttpServletRequest request) throws IOException {
    boolean hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    return hasBody && !request.getInputStream().isFinished();
  }

  /**
   * Reads on for a while after the answer. To close a connection on which bytes still arrive would
   * reset it, and the client would lose the answer that it has not looked at yet.
   */
  private void discardBody(
      HttpResponse answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.flushBuffer();
    boolean waits = request.getHeader("Expect") != null;
    if (!waits && answer.status() != ErrorCode.REQUEST_TIMEOUT.status()) {
      RequestBody.discard(request.getInputStream(), MOST_DISCARDED, limits.bodyTime());
    }
  }

  private static void write(HttpResponse answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }
}
