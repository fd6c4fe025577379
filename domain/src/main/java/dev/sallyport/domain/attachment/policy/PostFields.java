package dev.sallyport.domain.attachment.policy;

import java.util.Locale;
import java.util.Set;

/** Names of the form fields that carry the signature or that this package sets by itself. */
final class PostFields {
  static final String KEY = "key";
  static final String BUCKET = "bucket";
  static final String POLICY = "policy";
  static final String FILE = "file";
  static final String ALGORITHM = "x-amz-algorithm";
  static final String CREDENTIAL = "x-amz-credential";
  static final String DATE = "x-amz-date";
  static final String SECURITY_TOKEN = "x-amz-security-token";
  static final String SIGNATURE = "x-amz-signature";
  static final String CONTENT_TYPE = "Content-Type";
  static final String CHECKSUM_ALGORITHM = "x-amz-checksum-algorithm";
  static final String CHECKSUM_SHA256 = "x-amz-checksum-sha256";
  static final String ENCRYPTION = "x-amz-server-side-encryption";
  static final String ENCRYPTION_KEY = "x-amz-server-side-encryption-aws-kms-key-id";
  static final String HMAC_SHA256 = "AWS4-HMAC-SHA256";
  static final String IGNORED_PREFIX = "x-ignore-";

  private static final Set<String> RESERVED =
      Set.of(
          KEY,
          BUCKET,
          POLICY,
          FILE,
          ALGORITHM,
          CREDENTIAL,
          DATE,
          SECURITY_TOKEN,
          SIGNATURE,
          "content-type",
          CHECKSUM_ALGORITHM,
          CHECKSUM_SHA256,
          ENCRYPTION,
          ENCRYPTION_KEY);

  private PostFields() {}

  static boolean isReserved(String name) {
    return name.isEmpty() || RESERVED.contains(lower(name));
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
