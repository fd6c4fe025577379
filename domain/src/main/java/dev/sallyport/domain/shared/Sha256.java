package dev.sallyport.domain.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 digest, written as 64 lower-case hexadecimal digits.
 *
 * @param hex the digest; never upper case, so that equal digests are equal strings
 */
public record Sha256(String hex) {
  // Never updated, only cloned: a clone skips the search through the security providers.
  private static final MessageDigest PROTOTYPE = prototype();

  /** Rejects anything but 64 lower-case hexadecimal digits. */
  public Sha256 {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
    }
  }

  /** Wraps the 32 bytes that a {@link MessageDigest} gave. */
  public static Sha256 ofDigest(byte[] digest) {
    return new Sha256(HexFormat.of().formatHex(digest));
  }

  /** Hashes bytes that are all in memory. */
  public static Sha256 of(byte[] bytes) {
    return ofDigest(newDigest().digest(bytes));
  }

  /** Returns a fresh digest for bytes that arrive in pieces. */
  public static MessageDigest newDigest() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest prototype() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the digest in base64, the form of S3's {@code x-amz-checksum-sha256}. */
  public String base64() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /** A loop: digests are made on every request, and a pattern costs more than the digest. */
  private static boolean isHex(String text) {
    if (text.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return hex;
  }
}
