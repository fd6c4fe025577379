package dev.sallyport.domain.attachment.policy;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one presigned form shall allow: one object with one exact key.
 *
 * @param bucket 1 to 255 characters, compared exactly by the policy
 * @param key exact, 1 to 1024 bytes of UTF-8; the variable <code>${filename}</code> is refused,
 *     since it would let the client choose
 * @param region of the bucket, such as {@code us-east-1}
 * @param url what the form posts to: the bucket's own address
 * @param life whole and part seconds, more than zero and at most 7 days, the life of a signing key
 * @param minBytes smallest file, at least 0
 * @param maxBytes largest file, at least {@code minBytes}, at most 5 GiB
 * @param contentType pins the type of the object; absent, the form has no such field
 * @param sha256 base64 of the 32 bytes; pins the content
 * @param encryption what the store must do
 * @param extraFields further fields with exact values, such as {@code success_action_status}; names
 *     that this request has of itself are refused
 */
public record PostRequest(
    String bucket,
    String key,
    String region,
    URI url,
    Duration life,
    long minBytes,
    long maxBytes,
    Optional<String> contentType,
    Optional<String> sha256,
    Encryption encryption,
    SequencedMap<String, String> extraFields) {
  static final Duration LONGEST_LIFE = Duration.ofDays(7);

  /**
   * Largest object of one upload:
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html.
   */
  static final long LARGEST_UPLOAD = 5L << 30;

  private static final String FIXED_VALUES =
      "values must contain neither ${ nor control characters";
  private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9+/]{43}=");

  public PostRequest {
    require(!bucket.isEmpty() && bucket.length() <= 255, "bucket must have 1 to 255 characters");
    require(S3Key.isUsable(key), "key must have 1 to 1024 bytes of UTF-8");
    require(CredentialScope.isName(region), "region must be 1 to 64 of a-z 0-9 -");
    require(
        life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0,
        "life must be more than 0 and at most 7 days");
    require(
        0 <= minBytes && minBytes <= maxBytes && maxBytes <= LARGEST_UPLOAD,
        "sizes must be 0 <= min <= max <= 5 GiB");
    require(
        sha256.isEmpty() || SHA256.matcher(sha256.get()).matches(),
        "sha256 must be base64 of 32 bytes");
    require(
        contentType.isEmpty() || !contentType.get().isEmpty(), "content type must not be empty");
    require(isFixed(key) && isFixed(contentType.orElse("")), FIXED_VALUES);
    extraFields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extraFields));
    requireExtraFields(extraFields);
  }

  private static void requireExtraFields(SequencedMap<String, String> fields) {
    if (fields.isEmpty()) {
      return; // as in almost every request
    }
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      String name = PostFields.lower(field.getKey());
      require(!PostFields.isReserved(name), "extra field has a name that the signer sets");
      require(names.add(name), "extra fields must differ by more than case");
      require(isFixed(name) && isFixed(field.getValue()), FIXED_VALUES);
    }
  }

  private static boolean isFixed(String value) {
    // By hand rather than by stream: this runs for each signature.
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return false;
      }
    }
    return !value.contains("${");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
