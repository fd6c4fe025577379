package dev.sallyport.web.tracker;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers until when Jira does not want to be asked (<a
 * href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">rate limiting</a>): a
 * request before that only makes it longer.
 */
final class HoldOff {
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final long MAX_SECONDS = 300;

  private final Clock clock;
  private final AtomicReference<Instant> until = new AtomicReference<>(Instant.MIN);

  HoldOff(Clock clock) {
    this.clock = clock;
  }

  /** Tells whether it is better not to ask now. */
  boolean isOn() {
    return clock.instant().isBefore(until.get());
  }

  /** Takes note of a refusal for being asked too often. */
  void begin(HttpHeaders headers) {
    OptionalLong seconds = seconds(headers);
    Duration wait =
        seconds.isPresent()
            ? Duration.ofSeconds(Math.clamp(seconds.getAsLong(), 1, MAX_SECONDS))
            : USUAL;
    Instant end = clock.instant().plus(wait);
    until.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Takes note of a failure that says when to come again. */
  void beginIfAsked(HttpHeaders headers) {
    if (seconds(headers).isPresent()) {
      begin(headers);
    }
  }

  private static OptionalLong seconds(HttpHeaders headers) {
    return headers.firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,9}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
