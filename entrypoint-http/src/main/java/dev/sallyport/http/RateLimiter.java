package dev.sallyport.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sallyport.domain.attachment.QuotaAccount;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the requests of each client in token buckets and says when one has to wait.
 *
 * <p>A client is what a {@link QuotaAccount} is: an IPv4 address or an IPv6 /64. At most {@value
 * #MOST_CLIENTS} are remembered; a flood of addresses pushes out the ones that were quiet longest,
 * which gives those nothing but a full bucket.
 */
final class RateLimiter {
  static final int MOST_CLIENTS = 100_000;

  private final Cache<QuotaAccount, Bucket> requests;
  private final Cache<QuotaAccount, Bucket> signIns;
  private final Bandwidth requestRate;
  private final Bandwidth signInRate;
  private final TimeMeter clock;

  RateLimiter(RateLimits limits, TimeMeter clock) {
    this.clock = clock;
    this.requestRate =
        Bandwidth.builder()
            .capacity(limits.burst())
            .refillGreedy(limits.perSecond(), Duration.ofSeconds(1))
            .build();
    this.signInRate =
        Bandwidth.builder()
            .capacity(limits.signInsPerMinute())
            .refillGreedy(limits.signInsPerMinute(), Duration.ofMinutes(1))
            .build();
    this.requests = remember(limits.burst() / limits.perSecond() + 1);
    this.signIns = remember(Duration.ofMinutes(1).toSeconds());
  }

  /** Forgets a client when its bucket would be full again anyway. */
  private static Cache<QuotaAccount, Bucket> remember(long secondsUntilFull) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_CLIENTS)
        .expireAfterAccess(Duration.ofSeconds(secondsUntilFull))
        .build();
  }

  /**
   * Takes a token of the client's bucket.
   *
   * @return nothing when there was one, else how long to wait for the next
   */
  Optional<Duration> take(InetAddress client, String path) {
    QuotaAccount account = QuotaAccount.of(client);
    boolean signIn = path.equals("/auth") || path.startsWith("/auth/");
    Bucket bucket =
        signIn
            ? signIns.get(account, ignored -> bucket(signInRate))
            : requests.get(account, ignored -> bucket(requestRate));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Bandwidth rate) {
    return Bucket.builder().addLimit(rate).withCustomTimePrecision(clock).build();
  }
}
