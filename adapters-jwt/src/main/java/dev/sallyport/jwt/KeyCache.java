package dev.sallyport.jwt;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the published keys, and asks for them again when they are old or a token names one that is
 * not among them.
 *
 * <p>However many threads ask and whatever key ids they make up, at most one fetch runs at a time
 * and at most one starts in {@link KeyCaching#fetchInterval}. Whoever starts a fetch waits for it,
 * as does whoever cannot go on without it; both for {@link KeyCaching#patience} at most, and no
 * more than {@value #MAX_WAITING} threads together. Everybody else goes on with the keys there are.
 *
 * <p>A fetch that fails leaves the keys as they are until {@link KeyCaching#staleFor} has passed;
 * only then is there no answer.
 */
@Singleton
final class KeyCache {
  /** Most threads that wait for one fetch; the rest are answered at once. */
  static final int MAX_WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger(KeyCache.class);

  private final KeySetSource source;
  private final KeyCaching caching;
  private final Clock clock;
  private final Metrics metrics;
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  private volatile @Nullable KeySet current;
  private volatile @Nullable Exception lastFailure;
  private @Nullable Fetch lastFetch; // guarded by this

  @Inject
  KeyCache(KeySetSource source, JwtSettings settings, Clock clock, Metrics metrics) {
    this.source = source;
    this.caching = settings.keyCaching();
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Returns the key of that id; nothing when the publisher has none, or none that could be had yet.
   *
   * @throws PortUnavailableException when there are no keys at all, or only outlived ones
   */
  Optional<VerificationKey> find(String kid) {
    Optional<KeySet> known = younger(caching.staleFor());
    Optional<VerificationKey> key = known.flatMap(keys -> keys.find(kid));
    if (key.isPresent() && younger(caching.freshFor()).isPresent()) {
      return key;
    }
    refresh(key.isEmpty());
    return younger(caching.staleFor())
        .orElseThrow(() -> new PortUnavailableException("no keys to verify with", lastFailure))
        .find(kid);
  }

  private Optional<KeySet> younger(Duration age) {
    return Optional.ofNullable(current).filter(keys -> since(keys.asOf()).compareTo(age) < 0);
  }

  /** How long ago that was; a clock that was set back must not make anything last. */
  private Duration since(Instant moment) {
    return Duration.between(moment, clock.instant()).abs();
  }

  private void refresh(boolean needed) {
    Fetch fetch;
    boolean mine;
    synchronized (this) {
      Fetch last = lastFetch;
      mine =
          last == null
              || (last.ended() && since(last.began()).compareTo(caching.fetchInterval()) >= 0);
      fetch = last == null || mine ? new Fetch(clock.instant(), new CountDownLatch(1)) : last;
      lastFetch = fetch;
    }
    if (mine) {
      // A thread of its own, so that a slow publisher costs a caller no more than its patience.
      Thread.ofVirtual().name("key-set").start(() -> run(fetch));
    }
    if (mine || needed) {
      await(fetch);
    }
  }

  private void run(Fetch fetch) {
    try {
      current = KeySet.parse(source.fetch(), fetch.began());
      lastFailure = null;
      metrics.count("identity.keys.fetched", "outcome", "ok");
    } catch (RuntimeException e) {
      lastFailure = e;
      metrics.count("identity.keys.fetched", "outcome", "failed");
      LOG.atWarn().setCause(e).log("the key set could not be had; older keys stay in use");
    } finally {
      fetch.end().countDown();
    }
  }

  private void await(Fetch fetch) {
    if (fetch.ended() || !waiting.tryAcquire()) {
      return;
    }
    try {
      if (!fetch.end().await(caching.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        metrics.count("identity.keys.slow");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.release();
    }
  }

  /** One question to the publisher. */
  private record Fetch(Instant began, CountDownLatch end) {
    boolean ended() {
      return end.getCount() == 0;
    }
  }
}
