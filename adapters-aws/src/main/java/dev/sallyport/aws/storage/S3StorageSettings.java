package dev.sallyport.aws.storage;

import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two buckets of a deployment and how strangers and triagers reach them.
 *
 * @param quarantine bucket that forms post to; keeps versions unless pinned otherwise
 * @param clean another bucket, for what the sanitizer makes
 * @param encryption of clean bytes; nothing means the bucket's own default
 * @param pinning of what is in quarantine
 * @param publicEndpoint of a compatible server as clients reach it, when that is not where this
 *     process reaches it; buckets are in its path
 * @param uploader who signs forms, when not the caller of everything else
 * @param reader who signs addresses of clean bytes, when not the caller of everything else
 * @param verifiesPostedChecksums whether the server is proven to verify {@code
 *     x-amz-checksum-sha256} on a POST
 */
public record S3StorageSettings(
    String quarantine,
    String clean,
    Encryption encryption,
    ObjectPinning pinning,
    Optional<URI> publicEndpoint,
    Optional<SigningCredentials> uploader,
    Optional<SigningCredentials> reader,
    boolean verifiesPostedChecksums) {
  /**
   * S3: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">bucket
   * naming rules</a>.
   */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** Rejects one bucket for both, and what is no bucket or no address. */
  public S3StorageSettings {
    if (!BUCKET.matcher(quarantine).matches() || !BUCKET.matcher(clean).matches()) {
      throw new IllegalArgumentException("not a bucket name");
    }
    if (quarantine.equals(clean)) {
      throw new IllegalArgumentException("quarantine and clean have to be different buckets");
    }
    if (publicEndpoint.filter(url -> !isEndpoint(url)).isPresent()) {
      throw new IllegalArgumentException("public endpoint is not an address");
    }
  }

  /** Returns the settings of buckets at Amazon whose deployment says nothing else. */
  public static S3StorageSettings of(String quarantine, String clean) {
    return new S3StorageSettings(
        quarantine,
        clean,
        new Encryption.None(),
        ObjectPinning.VERSION_ID,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static boolean isEndpoint(URI url) {
    return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
