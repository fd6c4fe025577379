package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RateLimiter limiter =
      new RateLimiter(
          new RateLimits(2, 4, 3),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void aBurstPassesAndThenTheRateHolds() {
    assertThat(passes("192.0.2.1", "/x", 10)).isEqualTo(4);
    assertThat(limiter.take(InetAddress.ofLiteral("192.0.2.1"), "/x"))
        .contains(Duration.ofMillis(500));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(passes("192.0.2.1", "/x", 10)).isEqualTo(2);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(passes("192.0.2.1", "/x", 10)).isEqualTo(4);
  }

  @Test
  void oneClientDoesNotSlowAnother() {
    assertThat(passes("192.0.2.1", "/x", 10)).isEqualTo(4);
    assertThat(passes("192.0.2.2", "/x", 10)).isEqualTo(4);
  }

  @Test
  void aWholeIpv6SubscriberIsOneClient() {
    assertThat(passes("2001:db8:1:1::1", "/x", 10)).isEqualTo(4);
    assertThat(passes("2001:db8:1:1:ffff::2", "/x", 10)).isZero();
    assertThat(passes("2001:db8:1:2::1", "/x", 10)).isEqualTo(4);
  }

  @Test
  void signingInHasABucketOfItsOwn() {
    assertThat(passes("192.0.2.1", "/auth", 10)).isEqualTo(3);
    assertThat(passes("192.0.2.1", "/auth/refresh", 10)).isZero();
    assertThat(passes("192.0.2.1", "/authors", 10)).isEqualTo(4);
  }

  private int passes(String client, String path, int attempts) {
    int passed = 0;
    for (int attempt = 0; attempt < attempts; attempt++) {
      if (limiter.take(InetAddress.ofLiteral(client), path).isEmpty()) {
        passed++;
      }
    }
    return passed;
  }
}
