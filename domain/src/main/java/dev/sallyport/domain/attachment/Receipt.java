package dev.sallyport.domain.attachment;

import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * The secret that a sender holds for one grant: 256 random bits, base64url without padding.
 *
 * <p>Whoever shows it may ask for the state of the grant's attachments and claim them for a report.
 * Only its hash is stored; it never stands in a URL or a log.
 *
 * @param secret 43 characters
 */
public record Receipt(String secret) {
  /** How many random bytes a receipt is made of. */
  public static final int BYTES = 32;

  /** How long a receipt is good for, counted from its grant. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final int LENGTH = 43;

  /** Rejects anything but 43 characters of base64url. */
  public Receipt {
    if (!isBase64Url(secret)) {
      throw new IllegalArgumentException("not a receipt");
    }
  }

  /** Makes a receipt of {@link #BYTES} random bytes. */
  public static Receipt ofRandom(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a receipt has 256 random bits");
    }
    return new Receipt(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Returns what may be stored: the SHA-256 of the text. */
  public Sha256 hash() {
    return Sha256.of(secret.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isBase64Url(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Receipt[redacted]";
  }
}
