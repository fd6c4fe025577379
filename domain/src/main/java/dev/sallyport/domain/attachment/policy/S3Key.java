package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;

/**
 * The length rule of object keys: 1 to 1024 bytes of UTF-8, see <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">Naming Amazon S3
 * objects</a>.
 */
final class S3Key {
  static final int LONGEST = 1024;

  private S3Key() {}

  static boolean isUsable(String key) {
    return !key.isEmpty() && !isTooLong(key) && isWellFormed(key);
  }

  // Half of a surrogate pair has no UTF-8 and would silently become another key.
  private static boolean isWellFormed(String key) {
    // By hand rather than by stream: this runs for each signature.
    for (int i = 0; i < key.length(); i++) {
      if (Character.isSurrogate(key.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(key.codePointAt(i))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static boolean isTooLong(String key) {
    return key.length() > LONGEST
        || (key.length() * 3 > LONGEST && key.getBytes(StandardCharsets.UTF_8).length > LONGEST);
  }
}
