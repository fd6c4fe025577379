package dev.sallyport.domain.attachment.policy;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What one presigned URL shall allow.
 *
 * @param method what the URL may be used for
 * @param bucketUrl address of the bucket without a trailing slash, query or fragment, such as
 *     {@code http://127.0.0.1:8080/storage/clean} or {@code
 *     https://clean.s3.eu-west-1.amazonaws.com}
 * @param key of the object, 1 to 1024 bytes of UTF-8
 * @param region of the bucket
 * @param life whole seconds, 1 second to 7 days
 * @param query further parameters, not encoded, such as {@code response-content-type} or {@code
 *     versionId}; none that starts with {@code X-Amz-} and belongs to the signature
 * @param headers that the caller of the URL must send with exactly these values, by lower-case
 *     name; {@code host} is added
 */
public record UrlRequest(
    Method method,
    URI bucketUrl,
    String key,
    String region,
    Duration life,
    SequencedMap<String, String> query,
    SequencedMap<String, String> headers) {
  /** The requests that are signed here. */
  public enum Method {
    GET,
    HEAD,
    PUT
  }

  public UrlRequest {
    query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    if (!S3Key.isUsable(key)) {
      throw new IllegalArgumentException("key must have 1 to 1024 bytes of UTF-8");
    }
    if (!CredentialScope.isName(region)) {
      throw new IllegalArgumentException("region must be 1 to 64 of a-z 0-9 -");
    }
    if (!life.isPositive()
        || !life.equals(life.truncatedTo(ChronoUnit.SECONDS))
        || life.compareTo(PostRequest.LONGEST_LIFE) > 0) {
      throw new IllegalArgumentException("life must be 1 second to 7 days, in whole seconds");
    }
    if (!headers.values().stream().allMatch(CanonicalRequest::isHeaderValue)) {
      throw new IllegalArgumentException("header values must not contain control characters");
    }
    requireBucketUrl(bucketUrl);
    if (query.keySet().stream().anyMatch(QueryAuthentication::isReserved)) {
      throw new IllegalArgumentException("query has a parameter that the signer sets");
    }
    if (!headers.keySet().stream()
        .allMatch(name -> CanonicalRequest.isHeaderName(name) && !name.equals("host"))) {
      throw new IllegalArgumentException("header names must be lower-case tokens other than host");
    }
  }

  @Override
  public String toString() {
    return "UrlRequest[" + method + ", redacted]";
  }

  private static void requireBucketUrl(URI url) {
    boolean usable =
        ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
            && url.getRawAuthority() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && !url.getRawPath().endsWith("/");
    if (!usable) {
      throw new IllegalArgumentException(
          "bucket URL must be http or https with a host and without user, query, fragment or last"
              + " slash");
    }
  }
}
