package dev.sallyport.domain.attachment.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What S3 would answer to a form, before it has seen the file's bytes. */
public sealed interface PostVerdict {
  /**
   * The form may write the object, if the file keeps to the range: fewer bytes are {@link
   * S3Error#ENTITY_TOO_SMALL}, more are {@link S3Error#ENTITY_TOO_LARGE}, to be found while the
   * file streams in.
   *
   * @param key of the object, variables replaced
   * @param accessKeyId that signed
   * @param minBytes smallest file allowed, included
   * @param maxBytes largest file allowed, included
   * @param fields all fields by lower-case name with variables replaced, without policy, signature
   *     and session token
   */
  record Accepted(
      String key,
      String accessKeyId,
      long minBytes,
      long maxBytes,
      SequencedMap<String, String> fields)
      implements PostVerdict {
    public Accepted {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return "Accepted["
          + accessKeyId
          + ", "
          + minBytes
          + " to "
          + maxBytes
          + " bytes, fields redacted]";
    }
  }

  /** Nothing may be stored; answer this. */
  record Refused(S3Error error) implements PostVerdict {}
}
