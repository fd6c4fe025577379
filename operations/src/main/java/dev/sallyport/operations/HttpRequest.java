package dev.sallyport.operations;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as an entrypoint hands it over: already bounded, not yet believed.
 *
 * @param requestId names this request in the answer and the log; made by the entrypoint
 * @param method as it came, such as {@code GET}
 * @param path the path alone, percent-encoded as it came
 * @param query decoded names and values in their order
 * @param headers values by lower-case name; one that came more than once is joined by {@code ", "}
 * @param body all of it, at most {@link OperationCatalog#maxBodyBytes}; not changed by anyone
 * @param client who called, by the entrypoint's own judgement of proxies
 */
@SuppressWarnings("ArrayRecordComponent") // Copying every body would buy nothing: nobody compares.
public record HttpRequest(
    String requestId,
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body,
    InetAddress client) {
  /** Copies the maps. */
  public HttpRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** Returns a header by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public String toString() {
    return "HttpRequest[" + requestId + ", " + method + ", redacted]";
  }
}
