package dev.sallyport.domain.shared;

import java.util.Optional;

/**
 * Names one version of an object; opaque, given by the object store.
 *
 * <p>S3: "Version IDs are Unicode, UTF-8 encoded, URL-ready, opaque strings that are no more than
 * 1,024 bytes long" (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html">versioning</a>).
 *
 * <p>A store that keeps no versions tells contents apart by entity tag; {@link #ofEntityTag} makes
 * a name of that.
 *
 * @param value the store's own text, printable ASCII
 */
public record VersionId(String value) {
  private static final String TAGGED = "etag-";

  /** Rejects an empty, over-long or unprintable id. */
  public VersionId {
    if (value.isEmpty()
        || value.length() > 1024
        || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("not a version id");
    }
  }

  /**
   * Names the content that has this entity tag.
   *
   * @param tag as in a notification, or as in a header with its quotes
   * @throws IllegalArgumentException when no version could have this name
   */
  public static VersionId ofEntityTag(String tag) {
    boolean quoted = tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"");
    return new VersionId(TAGGED + (quoted ? tag.substring(1, tag.length() - 1) : tag));
  }

  /** Returns the entity tag without quotes when this was made of one. */
  public Optional<String> entityTag() {
    return value.startsWith(TAGGED)
        ? Optional.of(value.substring(TAGGED.length()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
