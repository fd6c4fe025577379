package dev.sallyport.aws.storage;

import java.util.regex.Pattern;

/**
 * Where what everybody may see is kept: private, and read by a CDN with origin access control only.
 *
 * @param assets the bucket
 */
public record S3AssetSettings(String assets) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** Rejects what is no name of a bucket. */
  public S3AssetSettings {
    if (!BUCKET.matcher(assets).matches()) {
      throw new IllegalArgumentException("not a bucket name");
    }
  }

  /**
   * Returns this when nothing else is kept there.
   *
   * @throws IllegalArgumentException when everybody would see what is in quarantine or clean
   */
  public S3AssetSettings apartFrom(S3StorageSettings others) {
    if (assets.equals(others.quarantine()) || assets.equals(others.clean())) {
      throw new IllegalArgumentException("assets have to be in a bucket of their own");
    }
    return this;
  }
}
