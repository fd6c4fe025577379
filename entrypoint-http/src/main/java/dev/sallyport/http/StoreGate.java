package dev.sallyport.http;

import dev.sallyport.domain.attachment.policy.S3Error;
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
import java.util.OptionalLong;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the embedded store, whose requests do not pass the catalogue: the same rate for
 * each client, refused as S3 does it, and a least pace for uploads.
 */
final class StoreGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);

  private final transient ClientAddress clientAddress;
  private final transient Optional<RateLimiter> rateLimiter;
  private final int slowest;
  private transient volatile OptionalLong cutAt = OptionalLong.empty();

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
      refuse(response, S3Error.SLOW_DOWN, wait.get().toSeconds() + 1);
      return;
    }
    try {
      chain.doFilter(new PacedRequest(request), response);
    } catch (IOException failure) {
      end(response, failure);
    }
  }

  /** Gives uploads that are under way this much more time. */
  void cutUploadsAfter(Duration time) {
    cutAt = OptionalLong.of(System.nanoTime() + time.toNanos());
  }

  private boolean isCut() {
    OptionalLong at = cutAt;
    return at.isPresent() && System.nanoTime() - at.getAsLong() >= 0;
  }

  /**
   * Answers a client that may have gone. What is thrown from here is of a kind that Jetty passes
   * over in silence: it would log the path, which is a stranger's text.
   */
  private static void end(HttpServletResponse response, IOException failure) throws IOException {
    S3Error error =
        failure instanceof UploadCutException cut ? cut.error() : S3Error.REQUEST_TIMEOUT;
    LOG.atDebug().addKeyValue("code", error.code()).setCause(failure).log("store request ended");
    if (response.isCommitted()) {
      throw new EofException(failure);
    }
    try {
      response.resetBuffer();
      response.setHeader("Connection", "close");
      refuse(response, error, 1);
      response.flushBuffer();
    } catch (IOException gone) {
      throw new EofException(gone);
    }
  }

  /**
   * Answers in <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's
   * form</a>.
   */
  private static void refuse(HttpServletResponse response, S3Error error, long retrySeconds)
      throws IOException {
    response.setStatus(error.httpStatus());
    if (error.httpStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", Long.toString(retrySeconds));
    }
    byte[] xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message></Error>\
        """
            .formatted(error.code(), error.message())
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/xml");
    response.setContentLength(xml.length);
    response.getOutputStream().write(xml);
  }

  private InetAddress client(HttpServletRequest request) {
    String forwarded = String.join(", ", Collections.list(request.getHeaders("X-Forwarded-For")));
    return clientAddress.of(InetAddress.ofLiteral(request.getRemoteAddr()), forwarded);
  }

  /** Gives out its body at a pace. */
  private final class PacedRequest extends HttpServletRequestWrapper {
    private Optional<ServletInputStream> body = Optional.empty();

    PacedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body.isEmpty()) {
        body =
            Optional.of(
                new PacedInput(
                    super.getInputStream(), slowest, System::nanoTime, StoreGate.this::isCut));
      }
      return body.get();
    }
  }
}
