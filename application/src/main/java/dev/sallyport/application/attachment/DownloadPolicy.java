package dev.sallyport.application.attachment;

import java.time.Duration;

/**
 * How long a triager's look at clean bytes lasts.
 *
 * @param life of a download URL: a second to an hour
 */
public record DownloadPolicy(Duration life) {
  /** Rejects a life that nobody could use or that outlives its purpose. */
  public DownloadPolicy {
    if (life.toSeconds() < 1 || life.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("download life is a second to an hour");
    }
  }

  /** Five minutes: long enough to click, too short to pass around. */
  public static DownloadPolicy defaults() {
    return new DownloadPolicy(Duration.ofMinutes(5));
  }
}
