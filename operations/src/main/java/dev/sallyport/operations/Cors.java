package dev.sallyport.operations;

import java.util.Optional;
import java.util.SequencedMap;

/** Adds the headers of the CORS protocol, for the origins that the policy names and no other. */
final class Cors {
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, If-Match, Sallyport-Receipt";
  private static final String RESPONSE_HEADERS =
      "ETag, Location, Retry-After, WWW-Authenticate, X-Request-Id";

  /** Ten minutes: Chromium keeps no preflight longer than two hours, Firefox one day. */
  private static final String MAX_AGE = "600";

  private final CorsPolicy policy;

  Cors(CorsPolicy policy) {
    this.policy = policy;
  }

  /** Returns the value of {@code Allow} for a path. */
  static String allow(Routes.Match match) {
    return match.methods() + ", OPTIONS";
  }

  void addHeaders(HttpRequest request, SequencedMap<String, String> headers) {
    if (policy.origins().isEmpty()) {
      return;
    }
    // Also without an origin: a cache must not give one page the answer of another.
    headers.put("Vary", "Origin");
    allowed(request)
        .ifPresent(origin -> {
          headers.put("Access-Control-Allow-Origin", origin);
          headers.put("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        });
  }

  void addPreflight(HttpRequest request, Routes.Match match, SequencedMap<String, String> headers) {
    addHeaders(request, headers);
    if (allowed(request).isPresent()
        && request.header("access-control-request-method").isPresent()) {
      headers.put("Access-Control-Allow-Methods", match.methods());
      headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
      headers.put("Access-Control-Max-Age", MAX_AGE);
    }
  }

  private Optional<String> allowed(HttpRequest request) {
    return request.header("origin").filter(policy::allows);
  }
}
