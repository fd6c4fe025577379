package dev.sallyport.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request that is measured.
 *
 * @param label how tables call it
 * @param method in upper case
 * @param path with a slash at the front
 * @param body empty when there is none
 * @param target the share of a bare server's requests a second that is promised
 */
record Exchange(String label, String method, String path, String body, double target) {
  static final Exchange UPLOAD =
      new Exchange(
          "POST /service/upload",
          "POST",
          "/service/upload",
          "{\"encryptedPosts\":1,\"plainPosts\":0}",
          0.7);
  static final Exchange STATUS =
      new Exchange("GET /service/status", "GET", "/service/status", "", 0.9);

  /** In this order, since uploads leave something behind in memory. */
  static final List<Exchange> ALL = List.of(STATUS, UPLOAD);

  /** The bytes as an ordinary client sends them. */
  byte[] request(String host) {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    text.append("\r\nAccept: application/json\r\nUser-Agent: bench\r\n");
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\nContent-Length: ");
      text.append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
