package dev.sallyport.domain.sanitization;

/**
 * Something that was in the original and is not in the clean bytes.
 *
 * @param kind what it was
 * @param count how often it stood there, at least once
 */
public record Removal(Kind kind, long count) {
  /** Rejects a removal of nothing. */
  public Removal {
    if (count < 1) {
      throw new IllegalArgumentException("a removal happened at least once");
    }
  }

  /** What can be removed; stable names, part of the wire format. */
  public enum Kind {
    /**
     * EXIF, XMP, IPTC, maker notes, comments, text chunks: everything an image carries beside its
     * pixels.
     */
    IMAGE_METADATA,
    /** An embedded colour profile. */
    COLOR_PROFILE,
    /** Bytes after the end of an image. */
    TRAILING_DATA,
    /** A bearer token or another authorization header's secret. */
    BEARER_TOKEN,
    /** A JSON Web Token. */
    JWT,
    /** An access key of a cloud provider or well-known service. */
    ACCESS_KEY,
    /** A PEM private key block. */
    PRIVATE_KEY,
    /** An e-mail address. */
    EMAIL,
    /** An IPv4 address. */
    IPV4,
    /** An IPv6 address. */
    IPV6,
    /** The user's name in the path of a home folder. */
    HOME_PATH,
    /** A cookie's value. */
    COOKIE,
    /** A secret in a query string. */
    QUERY_SECRET,
    /** A control character or terminal escape sequence. */
    CONTROL_CHARACTER,
    /** A character that changes the direction of text. */
    BIDI_CONTROL,
    /** A byte order mark. */
    BYTE_ORDER_MARK,
    /** Every frame of an animation but the first. */
    ANIMATION,
    /** Titles, pictures, comments and other tags of audio. */
    AUDIO_TAG,
    /** What an archive says beside names and bytes: comments, owners, times, extra fields. */
    ARCHIVE_METADATA,
    /** A member's name in an archive that had to be changed to be safe. */
    ENTRY_NAME
  }
}
