package dev.sallyport.inmemory.identity;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.Sha256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers refresh tokens by their hash: opaque texts of 256 random bits that live for 30 days,
 * Cognito's default. Each user has the newest {@value #MAX_PER_USER}; a further one ends the
 * oldest.
 */
@Singleton
final class RefreshTokens {
  /** Most tokens of one user. */
  static final int MAX_PER_USER = 20;

  /** How long a token lives. */
  static final Duration LIFE = Duration.ofDays(30);

  private static final int BYTES = 32;

  private final IdGenerator ids;
  private final Clock clock;
  private final Map<Sha256, Issued> byHash = new HashMap<>(); // guarded by this
  private final Map<Subject, Deque<Sha256>> byUser = new HashMap<>(); // guarded by this

  @Inject
  RefreshTokens(IdGenerator ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A sign-in that tokens come from.
   *
   * @param subject who signed in
   * @param origin its name
   * @param at when
   */
  record Begun(Subject subject, String origin, Instant at) {}

  /** Begins a sign-in. */
  Begun begin(Subject subject) {
    return new Begun(subject, ids.newId().toString(), clock.instant());
  }

  /** Makes a token for a sign-in. */
  synchronized String issue(Begun begun) {
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.newSecret(BYTES));
    Deque<Sha256> own = byUser.computeIfAbsent(begun.subject(), user -> new ArrayDeque<>());
    if (own.size() == MAX_PER_USER) {
      byHash.remove(own.removeFirst());
    }
    own.addLast(hash(token));
    byHash.put(hash(token), new Issued(begun, clock.instant().plus(LIFE)));
    return token;
  }

  /** Returns which sign-in this token continues; nothing when there is none or it has ended. */
  synchronized Optional<Begun> begun(String token) {
    return Optional.ofNullable(byHash.get(hash(token)))
        .filter(issued -> clock.instant().isBefore(issued.expiresAt()))
        .map(Issued::begun);
  }

  /** Ends a token, if it is one. */
  synchronized void end(String token) {
    @Nullable Issued issued = byHash.remove(hash(token));
    if (issued != null) {
      Optional.ofNullable(byUser.get(issued.begun().subject()))
          .ifPresent(own -> own.remove(hash(token)));
    }
  }

  /** Ends all tokens of a user. */
  synchronized void endAll(Subject subject) {
    Optional.ofNullable(byUser.remove(subject)).ifPresent(own -> own.forEach(byHash::remove));
  }

  private static Sha256 hash(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
  }

  private record Issued(Begun begun, Instant expiresAt) {}
}
