package dev.sallyport.operations;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which web pages of other origins may call: an explicit list, never a wildcard. Credentials in
 * cookies are never allowed, because no operation knows any (<a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>).
 *
 * @param origins such as {@code https://portal.example.com}; empty allows none
 */
public record CorsPolicy(Set<String> origins) {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]{1,253}|\\[[0-9a-f:]{2,39}])(?::[0-9]{1,5})?");

  /** Rejects what no browser would send as an origin. */
  public CorsPolicy {
    origins = Set.copyOf(origins);
    if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      throw new IllegalArgumentException(
          "an origin is scheme, host in lower case and port, without a path or wildcard");
    }
  }

  /** Allows no page of another origin. */
  public static CorsPolicy none() {
    return new CorsPolicy(Set.of());
  }

  /** Tells whether pages of this origin may call. */
  public boolean allows(String origin) {
    return origins.contains(origin);
  }
}
