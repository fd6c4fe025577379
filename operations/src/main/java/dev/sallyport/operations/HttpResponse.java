package dev.sallyport.operations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * An answer that an entrypoint sends as it is; it adds nothing but the length and what its protocol
 * needs.
 *
 * @param status of <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110</a>
 * @param headers in the order to send them
 * @param body all of it, perhaps empty; not changed by anyone. An entrypoint does not send it to a
 *     client that asked by HEAD, which is told its length alone
 */
@SuppressWarnings("ArrayRecordComponent") // Copying every body would buy nothing: nobody compares.
public record HttpResponse(int status, SequencedMap<String, String> headers, byte[] body) {
  /** Copies the headers. */
  public HttpResponse {
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
  }

  @Override
  public String toString() {
    return "HttpResponse[" + status + ", redacted]";
  }
}
