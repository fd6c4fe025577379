package dev.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.identity.PublishedKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
  private static final String KID = "genuine/1=";
  private static final Duration IMPATIENT = Duration.ofMillis(20);
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final CountingMetrics metrics = new CountingMetrics();
  private final PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
  private final AtomicInteger fetches = new AtomicInteger();
  private final Semaphore entered = new Semaphore(0);
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private KeyCache cache(Duration patience) {
    KeyCaching caching =
        new KeyCaching(
            Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(24), patience);
    JwtSettings settings =
        new JwtSettings(
            "issuer",
            Set.of("client"),
            Set.of(),
            Set.of(SigningAlgorithm.RS256),
            Duration.ZERO,
            caching);
    return new KeyCache(this::fetch, settings, clock, metrics);
  }

  private String fetch() {
    fetches.incrementAndGet();
    entered.release();
    try {
      if (!gate.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody opened the gate");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return keys.fetch();
  }

  @Test
  void waitsForTheFirstKeysNoLongerThanItsPatience() {
    gate = new CountDownLatch(1);
    KeyCache cache = cache(IMPATIENT);
    assertThatThrownBy(() -> cache.find(KID)).isInstanceOf(PortUnavailableException.class);
    assertThat(metrics.counted()).containsExactly("identity.keys.slow");
    gate.countDown();
  }

  @Test
  void startsNoSecondFetchWhileOneHangs() throws InterruptedException {
    gate = new CountDownLatch(1);
    KeyCache cache = cache(IMPATIENT);
    assertThatThrownBy(() -> cache.find(KID)).isInstanceOf(PortUnavailableException.class);
    awaitFetch();
    now = now.plusSeconds(60);
    assertThatThrownBy(() -> cache.find(KID)).isInstanceOf(PortUnavailableException.class);
    assertThat(fetches).hasValue(1);
    gate.countDown();
  }

  @Test
  void answersWithOldKeysWhileAFetchHangs() throws InterruptedException {
    KeyCache cache = cacheWithKeys();
    gate = new CountDownLatch(1);
    now = now.plus(Duration.ofMinutes(5));
    Thread starter = Thread.ofVirtual().start(() -> assertThat(cache.find(KID)).isPresent());
    awaitFetch();
    for (int i = 0; i < 100; i++) {
      assertThat(cache.find(KID)).isPresent();
    }
    assertThat(starter.isAlive()).as("who asked again waits").isTrue();
    gate.countDown();
    assertThat(starter.join(PATIENT)).isTrue();
    assertThat(metrics.counted()).doesNotContain("identity.keys.slow");
  }

  @Test
  void letsOnlySoManyWait() throws InterruptedException {
    KeyCache cache = cacheWithKeys();
    gate = new CountDownLatch(1);
    now = now.plusSeconds(10);
    int many = 4 * KeyCache.MAX_WAITING;
    Semaphore answered = new Semaphore(0);
    for (int i = 0; i < many; i++) {
      Thread.ofVirtual()
          .start(() -> {
            assertThat(cache.find("unknown")).isEmpty();
            answered.release();
          });
    }
    int atOnce = many - KeyCache.MAX_WAITING;
    assertThat(answered.tryAcquire(atOnce, 10, TimeUnit.SECONDS)).isTrue();
    assertThat(fetches).hasValue(2);
    gate.countDown();
    assertThat(answered.tryAcquire(KeyCache.MAX_WAITING, 10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void countsAFetchThatFailed() {
    keys.leave();
    assertThatThrownBy(() -> cache(PATIENT).find(KID))
        .isInstanceOf(PortUnavailableException.class)
        .hasCauseInstanceOf(PortUnavailableException.class);
    assertThat(metrics.counted()).containsExactly("identity.keys.fetched outcome failed");
  }

  @Test
  void fetchesAgainAfterTheClockWasSetBack() {
    KeyCache cache = cacheWithKeys();
    now = now.minus(Duration.ofDays(2));
    assertThat(cache.find(KID)).isPresent();
    assertThat(fetches).hasValue(2);
  }

  private KeyCache cacheWithKeys() {
    KeyCache cache = cache(PATIENT);
    assertThat(cache.find(KID)).isPresent();
    entered.drainPermits();
    return cache;
  }

  private void awaitFetch() throws InterruptedException {
    assertThat(entered.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }
}
