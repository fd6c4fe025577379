package dev.sallyport.inmemory.identity;

import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something that a user was given to show once: a code or a session. Kept as its hash, so that how
 * long a comparison takes tells nothing of the secret; until an instant, for a few attempts.
 *
 * <p>Not safe for use by several threads at once: its account guards it.
 */
final class OneTimeSecret {
  private final Sha256 hash;
  private final Instant since;
  private final Instant until;
  private int attempts;

  OneTimeSecret(String secret, Instant since, Instant until, int attempts) {
    this.hash = hash(secret);
    this.since = since;
    this.until = until;
    this.attempts = attempts;
  }

  /** Returns when it was given. */
  Instant since() {
    return since;
  }

  /** Tells whether this is the secret and still counts; costs an attempt when it is not. */
  boolean matches(String secret, Instant now) {
    if (attempts == 0 || !now.isBefore(until)) {
      return false;
    }
    boolean same = hash(secret).equals(hash);
    attempts -= same ? 0 : 1;
    return same;
  }

  private static Sha256 hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }
}
