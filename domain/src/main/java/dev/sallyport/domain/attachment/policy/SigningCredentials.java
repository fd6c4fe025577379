package dev.sallyport.domain.attachment.policy;

import java.util.Optional;

/**
 * An access key that can sign, and the session token that belongs to it when the key is temporary.
 *
 * @param accessKeyId 1 to 128 of {@code A-Z a-z 0-9 _ . -}; public, it appears in every form and
 *     URL
 * @param secretAccessKey 1 to 256 visible ASCII characters; never printed
 * @param sessionToken 1 to 8192 visible ASCII characters; never printed
 */
public record SigningCredentials(
    String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
  private static final int LONGEST_SECRET = 256;
  private static final int LONGEST_TOKEN = 8192;

  public SigningCredentials {
    if (!CredentialScope.isAccessKeyId(accessKeyId)) {
      throw new IllegalArgumentException("access key id must be 1 to 128 of A-Z a-z 0-9 _ . -");
    }
    if (!isVisibleAscii(secretAccessKey, LONGEST_SECRET)) {
      throw new IllegalArgumentException(
          "secret access key must be 1 to 256 visible ASCII characters");
    }
    if (sessionToken.isPresent() && !isVisibleAscii(sessionToken.get(), LONGEST_TOKEN)) {
      throw new IllegalArgumentException(
          "session token must be 1 to 8192 visible ASCII characters");
    }
  }

  /** A long-lived key, which has no session token. */
  public static SigningCredentials of(String accessKeyId, String secretAccessKey) {
    return new SigningCredentials(accessKeyId, secretAccessKey, Optional.empty());
  }

  private static boolean isVisibleAscii(String text, int longest) {
    return !text.isEmpty()
        && text.length() <= longest
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public String toString() {
    return "SigningCredentials[" + accessKeyId + ", secret and token redacted]";
  }
}
