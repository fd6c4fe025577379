package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives Signature Version 4 keys and remembers them, since a key serves a whole UTC day.
 *
 * <p>Thread-safe. Remembers at most 64 keys and forgets all of them when one more is needed, so a
 * burst of days or keys costs time, never memory. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">Signature
 * Version 4</a>.
 */
public final class SigningKeys {
  private static final int LIMIT = 64;
  private static final String HMAC = "HmacSHA256";

  private final ConcurrentMap<Use, SigningKey> keys = new ConcurrentHashMap<>();

  private record Use(SigningCredentials credentials, LocalDate day, String region) {}

  /** The key that signs requests to S3 with these credentials on that UTC day in that region. */
  SigningKey key(SigningCredentials credentials, LocalDate day, String region) {
    Use use = new Use(credentials, day, region);
    SigningKey known = keys.get(use);
    if (known != null) {
      return known;
    }
    if (keys.size() >= LIMIT) {
      keys.clear();
    }
    return keys.computeIfAbsent(use, SigningKeys::derive);
  }

  int remembered() {
    return keys.size();
  }

  private static SigningKey derive(Use use) {
    byte[] key = utf8("AWS4" + use.credentials().secretAccessKey());
    for (String step :
        new String[] {AmzDate.formatDay(use.day()), use.region(), "s3", "aws4_request"}) {
      key = mac(key).doFinal(utf8(step));
    }
    String credential =
        CredentialScope.s3(use.credentials().accessKeyId(), use.day(), use.region()).format();
    return new SigningKey(mac(key), credential);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One HMAC-SHA256 key, shared by all threads. */
  static final class SigningKey {
    // Never updated, only cloned: a clone skips the provider lookup and the key schedule, and needs
    // no lock.
    private final Mac prototype;
    private final String credential;

    private SigningKey(Mac prototype, String credential) {
      this.prototype = prototype;
      this.credential = credential;
    }

    /** Who signs and for what, as forms and URLs state it. */
    String credential() {
      return credential;
    }

    byte[] sign(byte[] data) {
      try {
        return ((Mac) prototype.clone()).doFinal(data);
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the JDK's own " + HMAC + " can be cloned", e);
      }
    }
  }
}
