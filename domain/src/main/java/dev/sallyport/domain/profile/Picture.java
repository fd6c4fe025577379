package dev.sallyport.domain.profile;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A picture that anybody may see, in all its sizes.
 *
 * @param attachment the upload that it was made from
 * @param grantedAt when that upload was granted, to the millisecond: what was asked for last is the
 *     picture to show, however long each took
 * @param assets keys in the assets bucket by size in pixels (of the longer side), 1 to {@link
 *     #MAX_SIZES}; each holds a hash of its bytes and begins with {@link #PUBLIC}
 */
public record Picture(
    AttachmentId attachment, Instant grantedAt, SortedMap<Integer, ObjectKey> assets) {
  /** What the keys of everything that anybody may see begin with. */
  public static final String PUBLIC = "public/";

  /** Most sizes of one picture. */
  public static final int MAX_SIZES = 8;

  /** Most pixels of the longer side. */
  public static final int MAX_PIXELS = 8192;

  /** Copies the map and rejects one that is empty, too large or names what is not public. */
  public Picture {
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    if (assets.isEmpty() || assets.size() > MAX_SIZES) {
      throw new IllegalArgumentException("a picture has 1 to 8 sizes");
    }
    if (assets.firstKey() < 1 || assets.lastKey() > MAX_PIXELS) {
      throw new IllegalArgumentException("a size has 1 to 8192 pixels");
    }
    if (!assets.values().stream().allMatch(key -> key.value().startsWith(PUBLIC))) {
      throw new IllegalArgumentException("a picture is public");
    }
  }

  /**
   * Tells whether this one shall be shown rather than the other: it was asked for later, or at the
   * same instant under a later id. Never true of two that were made from the same upload.
   */
  public boolean supersedes(Picture other) {
    int order = grantedAt.compareTo(other.grantedAt);
    return order != 0
        ? order > 0
        : attachment.toString().compareTo(other.attachment.toString()) > 0;
  }
}
