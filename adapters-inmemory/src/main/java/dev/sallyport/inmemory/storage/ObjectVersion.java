package dev.sallyport.inmemory.storage;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one version of an object; its bytes never change.
 *
 * @param bucket where it is
 * @param key its name, 1 to 1,024 bytes of UTF-8
 * @param version which version
 * @param size how many bytes
 * @param etag lower-case hex of their MD5, without quotes, as S3 has it for objects of one part (<a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object</a>)
 * @param sha256 their digest
 * @param lastModified when it became visible
 * @param attributes what its writer said of it
 */
public record ObjectVersion(
    Bucket bucket,
    String key,
    VersionId version,
    DataSize size,
    String etag,
    Sha256 sha256,
    Instant lastModified,
    Attributes attributes) {

  /**
   * What a writer says of an object.
   *
   * @param contentType visible ASCII and spaces, 1 to 255 characters
   * @param encrypted whether encryption with the store's own key (SSE-S3) was asked for; recorded,
   *     and answered as S3 answers it
   * @param cacheControl what readers and a CDN are told of keeping it, when the writer said so
   */
  public record Attributes(String contentType, boolean encrypted, Optional<String> cacheControl) {
    /** What S3 stores for a writer that names no type. */
    public static final String NO_TYPE = "binary/octet-stream";

    private static final int LONGEST_TYPE = 255;

    /** Makes one without a word on caching. */
    public Attributes(String contentType, boolean encrypted) {
      this(contentType, encrypted, Optional.empty());
    }

    /** Rejects a type that could not stand in a header. */
    public Attributes {
      if (!isContentType(contentType)) {
        throw new IllegalArgumentException("not a content type");
      }
    }

    /** Tells whether this text may be stored as a content type. */
    public static boolean isContentType(String text) {
      return !text.isBlank()
          && text.length() <= LONGEST_TYPE
          && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
  }
}
