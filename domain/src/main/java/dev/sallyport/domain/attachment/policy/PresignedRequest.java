package dev.sallyport.domain.attachment.policy;

import java.util.List;

/**
 * A request that claims to carry its signature in the query, as it arrived and unchecked.
 *
 * @param method in upper case, as on the wire
 * @param rawPath as on the wire: percent-encoded, starting with {@code /}, not normalised
 * @param rawQuery as on the wire, without the {@code ?}; empty when there is none
 * @param headers all of them, {@code host} included, several of one name in their order
 */
public record PresignedRequest(
    String method, String rawPath, String rawQuery, List<Header> headers) {
  public PresignedRequest {
    headers = List.copyOf(headers);
  }

  /** One header line; the name has no case. */
  public record Header(String name, String value) {
    @Override
    public String toString() {
      return "Header[redacted]";
    }
  }

  @Override
  public String toString() {
    return "PresignedRequest[" + method + ", redacted]";
  }
}
