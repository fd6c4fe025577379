package dev.sallyport.domain.shared;

/**
 * Names one version of an object; opaque, given by the object store.
 *
 * <p>S3: "Version IDs are Unicode, UTF-8 encoded, URL-ready, opaque strings that are no more than
 * 1,024 bytes long" (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html">versioning</a>).
 *
 * @param value the store's own text, printable ASCII
 */
public record VersionId(String value) {
  /** Rejects an empty, over-long or unprintable id. */
  public VersionId {
    if (value.isEmpty()
        || value.length() > 1024
        || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("not a version id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
