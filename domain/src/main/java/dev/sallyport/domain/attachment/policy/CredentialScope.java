package dev.sallyport.domain.attachment.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who signed, and for which UTC day, region and service the signature holds.
 *
 * <p>Written {@code AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request}; see <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 * a signed AWS API request</a>.
 *
 * @param accessKeyId 1 to 128 of {@code A-Z a-z 0-9 _ . -}
 * @param day in UTC, years 0000 to 9999
 * @param region 1 to 64 of {@code a-z 0-9 -}
 * @param service as the region
 */
public record CredentialScope(String accessKeyId, LocalDate day, String region, String service) {
  private static final int LONGEST_KEY_ID = 128;
  private static final int LONGEST_NAME = 64;
  private static final String TERMINATOR = "aws4_request";
  private static final String S3 = "s3";
  private static final int PARTS = 5;
  private static final int LONGEST = 300;

  public CredentialScope {
    if (!isAccessKeyId(accessKeyId) || !isName(region) || !isName(service)) {
      throw new IllegalArgumentException(
          "credential scope has a part with a character that is not allowed");
    }
    if (day.getYear() < 0 || day.getYear() > 9999) {
      throw new IllegalArgumentException("credential scope needs a year of four digits");
    }
  }

  /** The scope of requests to S3. */
  public static CredentialScope s3(String accessKeyId, LocalDate day, String region) {
    return new CredentialScope(accessKeyId, day, region, S3);
  }

  /**
   * The scope that the text writes, or empty when the text has another form or an impossible date.
   */
  public static Optional<CredentialScope> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String[] part = text.split("/", -1);
    if (part.length != PARTS || !part[4].equals(TERMINATOR) || !isAccessKeyId(part[0])) {
      return Optional.empty();
    }
    if (!isName(part[2]) || !isName(part[3])) {
      return Optional.empty();
    }
    return AmzDate.parseDay(part[1])
        .map(day -> new CredentialScope(part[0], day, part[2], part[3]));
  }

  /** Whether the signature is for S3 rather than for another service. */
  public boolean isForS3() {
    return service.equals(S3);
  }

  /** As it stands in a form or URL. */
  public String format() {
    return accessKeyId + '/' + withoutKey();
  }

  /** As it stands in a string to sign: everything after the access key id. */
  String withoutKey() {
    return AmzDate.formatDay(day) + '/' + region + '/' + service + '/' + TERMINATOR;
  }

  static boolean isAccessKeyId(String text) {
    return consistsOf(text, LONGEST_KEY_ID, "_.-", true);
  }

  static boolean isName(String text) {
    return consistsOf(text, LONGEST_NAME, "-", false);
  }

  // By hand rather than by pattern: this runs for each signature.
  private static boolean consistsOf(String text, int longest, String signs, boolean upperCase) {
    if (text.isEmpty() || text.length() > longest) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || (upperCase && c >= 'A' && c <= 'Z')
              || signs.indexOf(c) >= 0;
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
