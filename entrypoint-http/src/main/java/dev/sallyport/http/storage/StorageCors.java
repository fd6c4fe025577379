package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets pages of named origins post forms and read objects, as the CORS configuration of a bucket
 * does (<a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">CORS</a>).
 */
final class StorageCors {
  private static final S3Error FORBIDDEN =
      new S3Error("AccessForbidden", 403, "CORSResponse: This CORS request is not allowed.");
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String ORIGIN = "Origin";

  private final Predicate<String> allowed;

  StorageCors(Predicate<String> allowed) {
    this.allowed = allowed;
  }

  /** Adds what the page of an allowed origin needs to see the answer, whatever that will be. */
  void addHeaders(HttpServletRequest request, HttpServletResponse response) {
    // Also without an origin: a cache must not give one page the answer of another.
    response.addHeader("Vary", ORIGIN);
    if (isAllowed(request)) {
      response.setHeader("Access-Control-Allow-Origin", request.getHeader(ORIGIN));
      response.setHeader("Access-Control-Expose-Headers", "ETag, x-amz-version-id");
    }
  }

  /** Answers a preflight, or refuses it. */
  void preflight(HttpServletRequest request, HttpServletResponse response) {
    String method = request.getHeader("Access-Control-Request-Method");
    if (!isAllowed(request) || method == null || !METHODS.contains(method)) {
      throw new S3Refusal(FORBIDDEN);
    }
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
    response.setHeader(
        "Access-Control-Allow-Headers",
        "Content-Type, If-Match, If-Modified-Since, If-None-Match, Range");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(HttpServletResponse.SC_OK);
  }

  private boolean isAllowed(HttpServletRequest request) {
    String origin = request.getHeader(ORIGIN);
    return origin != null && allowed.test(origin);
  }
}
