package dev.sallyport.domain.attachment.policy;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A form that uploads one object without further credentials until it expires; whoever has it can
 * use it.
 *
 * @param url what to post to, as {@code multipart/form-data}
 * @param fields in the order to send them, before the part named {@code file}
 * @param expiresAt the expiration of the policy, precise to the millisecond
 */
public record PresignedPost(URI url, SequencedMap<String, String> fields, Instant expiresAt) {
  public PresignedPost {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  @Override
  public String toString() {
    return "PresignedPost[" + fields.size() + " fields redacted, expiresAt=" + expiresAt + "]";
  }
}
