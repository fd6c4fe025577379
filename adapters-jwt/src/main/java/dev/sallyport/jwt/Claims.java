package dev.sallyport.jwt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a token with a good signature claims, read strictly: a claim of another type than it should
 * have is not there.
 */
final class Claims {
  /** 9999-12-31T23:59:59Z: nothing is added to it or taken from it that could overflow. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Map<String, Object> values;

  private Claims(Map<String, Object> values) {
    this.values = values;
  }

  /** Reads a payload; nothing when it is no JSON object. */
  static Optional<Claims> parse(byte[] payload) {
    return CompactToken.jsonObject(payload).map(Claims::new);
  }

  /** Tells whether the claim is there at all, of whatever type. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns a claim that is text. */
  Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns a claim that is a whole number of seconds since 1970, up to the year 9999. */
  Optional<Instant> time(String name) {
    return values.get(name) instanceof Long seconds && seconds >= 0 && seconds <= LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  /** Returns a claim that is a list of texts, at most so many of them. */
  Optional<List<String>> texts(String name, int max) {
    if (!(values.get(name) instanceof List<?> list)
        || list.size() > max
        || !list.stream().allMatch(String.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(list.stream().map(Objects::toString).toList());
  }
}
