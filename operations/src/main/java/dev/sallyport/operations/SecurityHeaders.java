package dev.sallyport.operations;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The headers that every answer has, so that no browser takes an answer for a page, frames it,
 * passes its address on or keeps what was meant for one caller (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers">OWASP
 * REST security</a>).
 */
final class SecurityHeaders {
  private SecurityHeaders() {}

  /** Begins the headers of one answer; a page of ours replaces the content policy by its own. */
  static SequencedMap<String, String> begin(String requestId, boolean cacheable) {
    SequencedMap<String, String> headers = new LinkedHashMap<>(16);
    headers.put("X-Request-Id", requestId);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.put("Cache-Control", cacheable ? "public, max-age=300" : "no-store");
    return headers;
  }
}
