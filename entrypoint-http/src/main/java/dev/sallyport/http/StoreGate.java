package dev.sallyport.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/**
 * Stands before the embedded store, whose requests do not pass the catalogue: the same rate for
 * each client, refused as S3 does it, and a least pace for uploads.
 */
final class StoreGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's word</a>.
   */
  private static final byte[] SLOW_DOWN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final transient ClientAddress clientAddress;
  private final transient Optional<RateLimiter> rateLimiter;
  private final int slowest;

  StoreGate(ClientAddress clientAddress, Optional<RateLimiter> rateLimiter, int slowest) {
    this.clientAddress = clientAddress;
    this.rateLimiter = rateLimiter;
    this.slowest = slowest;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Duration> wait =
        rateLimiter.flatMap(limiter -> limiter.take(client(request), request.getRequestURI()));
    if (wait.isPresent()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
      response.setContentType("application/xml");
      response.setContentLength(SLOW_DOWN.length);
      response.getOutputStream().write(SLOW_DOWN);
      return;
    }
    chain.doFilter(new PacedRequest(request, slowest), response);
  }

  private InetAddress client(HttpServletRequest request) {
    String forwarded = String.join(", ", Collections.list(request.getHeaders("X-Forwarded-For")));
    return clientAddress.of(InetAddress.ofLiteral(request.getRemoteAddr()), forwarded);
  }

  /** Gives out its body at a pace. */
  private static final class PacedRequest extends HttpServletRequestWrapper {
    private final int slowest;
    private Optional<ServletInputStream> body = Optional.empty();

    PacedRequest(HttpServletRequest request, int slowest) {
      super(request);
      this.slowest = slowest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body.isEmpty()) {
        body = Optional.of(new PacedInput(super.getInputStream(), slowest, System::nanoTime));
      }
      return body.get();
    }
  }
}
