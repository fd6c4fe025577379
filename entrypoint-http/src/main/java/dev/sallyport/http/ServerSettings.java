package dev.sallyport.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server treats its callers.
 *
 * @param threads what runs requests
 * @param rateLimits how often one client may call; nothing switches the check off
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param limits what one connection may cost
 * @param stopTime how long a stop waits for requests that are under way
 */
public record ServerSettings(
    ThreadKind threads,
    Optional<RateLimits> rateLimits,
    List<AddressRange> trustedProxies,
    ServerLimits limits,
    Duration stopTime) {
  /** Copies the list. */
  public ServerSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Returns settings for a server that is reached directly. */
  public static ServerSettings defaults() {
    return new ServerSettings(
        ThreadKind.VIRTUAL,
        Optional.of(RateLimits.of(50)),
        List.of(),
        ServerLimits.defaults(),
        Duration.ofSeconds(20));
  }
}
