package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.contract.identity.TestTokens;
import dev.sallyport.contract.identity.UserDirectoryContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryUserDirectoryTest implements UserDirectoryContract {
  /** One for all tests: finding primes is most of what they would cost. */
  private static final SigningKey KEY = new SigningKey();

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final int ITERATIONS = 1_000;

  private final CountingTurns turns = new CountingTurns();
  private final UserDirectory directory = newDirectory();

  private UserDirectory newDirectory() {
    List<InMemoryUser> users =
        USERS.stream()
            .map(user -> new InMemoryUser(user.name(), user.password(), user.roles()))
            .toList();
    InMemoryIdentitySettings settings =
        new InMemoryIdentitySettings(TestTokens.ISSUER, TestTokens.CLIENT_ID, ITERATIONS, users);
    TestIds ids = new TestIds();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new InMemoryUserDirectory(
        settings,
        new PasswordHashing(ids, ITERATIONS, turns, Duration.ofSeconds(5)),
        new TokenMint(settings, KEY, ids, clock),
        new RefreshTokens(ids, clock));
  }

  @Override
  public UserDirectory directory() {
    return directory;
  }

  @Override
  public KeySetSource keys() {
    return new InMemoryKeySet(KEY);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Test
  void everyAttemptCostsOneSlowHashWhetherTheUserExistsOrNot() {
    assertThat(hashesOf("nobody", "wrong")).isEqualTo(1);
    assertThat(hashesOf("tess", "wrong")).as("before the first sign-in").isEqualTo(1);
    assertThat(hashesOf("tess", USERS.getFirst().password())).as("the first one").isEqualTo(1);
    assertThat(hashesOf("tess", "wrong")).as("after it").isEqualTo(1);
    assertThat(hashesOf("tess", USERS.getFirst().password())).as("a later one").isEqualTo(1);
  }

  private int hashesOf(String username, String password) {
    int before = turns.taken.get();
    directory.signIn(username, password);
    return turns.taken.get() - before;
  }

  /** Counts slow hashes, each of which takes one turn. */
  private static final class CountingTurns extends Semaphore {
    private final transient AtomicInteger taken = new AtomicInteger();

    CountingTurns() {
      super(1);
    }

    @Override
    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
      taken.incrementAndGet();
      return super.tryAcquire(timeout, unit);
    }
  }
}
