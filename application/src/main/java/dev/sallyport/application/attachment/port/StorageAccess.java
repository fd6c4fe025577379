package dev.sallyport.application.attachment.port;

import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.net.URI;

/**
 * Knows where strangers post and triagers read, and with whose credentials those addresses are
 * signed. The use cases sign; an adapter family only supplies what to sign with.
 *
 * <p>Called once per request and expected to answer from memory; credentials that are about to end
 * are replaced behind it.
 */
public interface StorageAccess {
  /** Returns the quarantine bucket with an identity that may only post to it. */
  Target uploads();

  /** Returns the clean bucket with an identity that may only read from it. */
  Target downloads();

  /**
   * Tells whether the store is proven to verify {@code x-amz-checksum-sha256} on a POST. Where it
   * is not, forms do not carry it and the sanitizer alone compares the digest.
   */
  boolean verifiesPostedChecksums();

  /**
   * A bucket as clients reach it.
   *
   * @param bucket its name
   * @param url where its objects are, without a slash at the end: keys follow after {@code /}
   * @param region the region of the signature
   * @param credentials who signs
   */
  record Target(String bucket, URI url, String region, SigningCredentials credentials) {}
}
