package dev.sallyport.domain.attachment.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What S3 would answer to a presigned URL, before it has looked for the object. */
public sealed interface PresignedVerdict {
  /**
   * The holder of the access key did sign this request.
   *
   * @param accessKeyId that signed
   * @param path decoded, starting with {@code /}: the one to act on, so that nobody decodes it
   *     differently
   * @param parameters decoded, those of the signature left out
   * @param signedHeaders lower-case names
   * @param contentSha256 lower-case hex which the body must have; empty when the payload was not
   *     signed
   */
  record Accepted(
      String accessKeyId,
      String path,
      SequencedMap<String, String> parameters,
      Set<String> signedHeaders,
      Optional<String> contentSha256)
      implements PresignedVerdict {
    public Accepted {
      parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
      signedHeaders = Set.copyOf(signedHeaders);
    }

    @Override
    public String toString() {
      return "Accepted[" + accessKeyId + ", redacted]";
    }
  }

  /** Answer this. */
  record Refused(S3Error error) implements PresignedVerdict {}
}
