package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Checks who a request says has signed it, and whether that signer did: the part that forms and
 * URLs share.
 *
 * <p>Thread-safe. Everything is checked before a key is derived, so strangers cannot fill the cache
 * of keys with days or regions of their choice.
 */
final class ClaimedSigner {
  private final SigningKeys keys;
  private final String region;
  private final S3Error malformed;
  private final String prefix;

  /**
   * @param malformed what a credential that does not fit is refused with
   * @param prefix of the message of that error
   */
  ClaimedSigner(SigningKeys keys, String region, S3Error malformed, String prefix) {
    if (!CredentialScope.isName(region)) {
      throw new IllegalArgumentException("region must be 1 to 64 of a-z 0-9 -");
    }
    this.keys = keys;
    this.region = region;
    this.malformed = malformed;
    this.prefix = prefix;
  }

  /** What a request says of its signer. */
  record Claim(String credential, Instant signedAt, Optional<String> sessionToken) {
    @Override
    public String toString() {
      return "Claim[" + credential + ", " + signedAt + ", token redacted]";
    }
  }

  sealed interface Finding {
    record Known(SigningKeys.SigningKey key, CredentialScope scope) implements Finding {
      /**
       * Whether this signer signed the text; takes the same time wherever two signatures differ.
       */
      boolean signed(byte[] text, String signature) {
        byte[] expected =
            HexFormat.of().formatHex(key.sign(text)).getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
      }
    }

    record Unusable(S3Error error) implements Finding {}
  }

  Finding find(Claim claim, CredentialLookup lookup) {
    Optional<CredentialScope> parsed = CredentialScope.parse(claim.credential());
    if (parsed.isEmpty()) {
      return refuse(
          "the Credential is mal-formed; expecting"
              + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    CredentialScope scope = parsed.get();
    if (!scope.region().equals(region)) {
      return refuse("the region '" + scope.region() + "' is wrong; expecting '" + region + "'");
    }
    if (!scope.isForS3()) {
      return refuse(
          "incorrect service \"" + scope.service() + "\". This endpoint belongs to \"s3\".");
    }
    if (!scope.day().equals(AmzDate.dayOf(claim.signedAt()))) {
      return new Finding.Unusable(malformed.withMessage(otherDay(scope, claim)));
    }
    return lookup
        .find(scope.accessKeyId())
        .filter(credentials -> credentials.accessKeyId().equals(scope.accessKeyId()))
        .map(credentials -> withToken(scope, credentials, claim.sessionToken()))
        .orElseGet(() -> new Finding.Unusable(S3Error.INVALID_ACCESS_KEY_ID));
  }

  private Finding withToken(
      CredentialScope scope, SigningCredentials credentials, Optional<String> claimed) {
    if (credentials.sessionToken().isPresent() && claimed.isEmpty()) {
      // A temporary key is unknown to S3 without its token.
      return new Finding.Unusable(S3Error.INVALID_ACCESS_KEY_ID);
    }
    if (credentials.sessionToken().isEmpty() && claimed.isPresent()) {
      return new Finding.Unusable(S3Error.INVALID_TOKEN);
    }
    byte[] expected = credentials.sessionToken().orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, claimed.orElse("").getBytes(StandardCharsets.UTF_8))) {
      return new Finding.Unusable(S3Error.INVALID_TOKEN);
    }
    return new Finding.Known(keys.key(credentials, scope.day(), scope.region()), scope);
  }

  private static String otherDay(CredentialScope scope, Claim claim) {
    return "Invalid credential date \""
        + AmzDate.formatDay(scope.day())
        + "\". This date is not the same as X-Amz-Date: \""
        + AmzDate.formatDay(AmzDate.dayOf(claim.signedAt()))
        + "\".";
  }

  private Finding refuse(String message) {
    return new Finding.Unusable(malformed.withMessage(prefix + message));
  }
}
