package dev.sallyport.operations.profile;

import dev.sallyport.domain.shared.ObjectKey;
import java.net.URI;

/**
 * Where everybody gets what is public: a CDN before the assets bucket, or the embedded store.
 *
 * @param base what stands before a key and a slash, such as {@code https://cdn.example.org}: http
 *     or https, no user, query or fragment, no slash at its end
 */
public record PublicAssets(URI base) {
  private static final int MAX_LENGTH = 1024;

  /** Rejects what no key can be put behind. */
  public PublicAssets {
    boolean isWeb = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
    if (!isWeb
        || base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null
        || base.getRawPath().endsWith("/")
        || base.toString().length() > MAX_LENGTH) {
      throw new IllegalArgumentException("not an address such as https://cdn.example.org");
    }
  }

  /**
   * Reads a setting; a slash at its end is dropped.
   *
   * @throws IllegalArgumentException when it is none; the message does not quote it
   */
  public static PublicAssets parse(String text) {
    URI base;
    try {
      base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException("not an address such as https://cdn.example.org", notOne);
    }
    return new PublicAssets(base);
  }

  /** Returns the address of an object. Keys are made of what stands in an address as it is. */
  URI address(ObjectKey key) {
    return URI.create(base + "/" + key.value());
  }
}
