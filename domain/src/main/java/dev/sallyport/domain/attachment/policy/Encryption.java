package dev.sallyport.domain.attachment.policy;

/**
 * What the form demands of the store: no encryption header, S3's own key, or a key of the key
 * management service.
 *
 * <p>See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html">Protecting
 * data with encryption</a>.
 */
public sealed interface Encryption {
  /** The form says nothing; the bucket's default holds. */
  record None() implements Encryption {}

  /** {@code x-amz-server-side-encryption: AES256}. */
  record Aes256() implements Encryption {}

  /**
   * {@code x-amz-server-side-encryption: aws:kms} with a key.
   *
   * @param keyId id, ARN or alias of the key: 1 to 2048 visible ASCII characters
   */
  record Kms(String keyId) implements Encryption {
    public Kms {
      if (keyId.isEmpty()
          || keyId.length() > 2048
          || !keyId.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("key id must be 1 to 2048 visible ASCII characters");
      }
    }
  }
}
