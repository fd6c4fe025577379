package dev.sallyport.benchmarks.presign;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * The form that all contenders make: exact key, type, encryption and a length range. The keys are
 * those that AWS prints in its examples.
 */
final class SampleForm {
  static final String BUCKET = "sallyport-quarantine";
  static final String REGION = "us-east-1";
  static final URI URL = URI.create("https://sallyport-quarantine.s3.us-east-1.amazonaws.com");
  static final Duration LIFE = Duration.ofMinutes(5);
  static final String TYPE = "image/png";
  static final long MAX_BYTES = 200L << 20;
  static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
  static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  static final SigningCredentials CREDENTIALS = SigningCredentials.of(ACCESS_KEY, SECRET_KEY);

  private static final int KEYS = 4096;

  private final String[] keys = new String[KEYS];
  private int next;

  SampleForm() {
    for (int i = 0; i < KEYS; i++) {
      keys[i] =
          new AttachmentId(new UUID(0x4000L, 0x8000_0000_0000_0000L | i)).quarantineKey().value();
    }
  }

  /** Each form has another key, as each upload has. */
  String nextKey() {
    next = (next + 1) % KEYS;
    return keys[next];
  }

  static PostRequest request(String key) {
    return new PostRequest(
        BUCKET,
        key,
        REGION,
        URL,
        LIFE,
        0,
        MAX_BYTES,
        Optional.of(TYPE),
        Optional.empty(),
        new Encryption.Aes256(),
        new LinkedHashMap<>());
  }
}
