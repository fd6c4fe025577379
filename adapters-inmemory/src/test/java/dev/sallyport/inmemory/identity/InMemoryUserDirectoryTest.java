package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.identity.AccountContract;
import dev.sallyport.contract.identity.TestTokens;
import dev.sallyport.contract.identity.UserDirectoryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InMemoryUserDirectoryTest implements UserDirectoryContract, AccountContract {
  /** One for all tests: finding primes is most of what they would cost. */
  private static final SigningKey KEY = new SigningKey();

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final int ITERATIONS = 1_000;

  private final CountingTurns turns = new CountingTurns();
  private final MutableClock clock = new MutableClock(NOW);
  private final Map<String, String> codes = new HashMap<>();
  private int names;
  private final UserDirectory directory = newDirectory();

  private UserDirectory newDirectory() {
    List<InMemoryUser> users =
        Stream.concat(
                USERS.stream()
                    .map(user -> new InMemoryUser(user.name(), user.password(), user.roles())),
                Stream.of(
                    new InMemoryUser(INVITED.name(), INVITED.password(), INVITED.roles(), true)))
            .toList();
    InMemoryIdentitySettings settings =
        new InMemoryIdentitySettings(TestTokens.ISSUER, TestTokens.CLIENT_ID, ITERATIONS, users);
    TestIds ids = new TestIds();
    PasswordHashing hashing = new PasswordHashing(ids, ITERATIONS, turns, Duration.ofSeconds(5));
    return new InMemoryUserDirectory(
        new Accounts(settings, hashing),
        hashing,
        new TokenMint(settings, KEY, ids, clock),
        new RefreshTokens(ids, clock),
        new OneTimeSecrets(ids, clock),
        (purpose, username, email, code) -> codes.put(username, code),
        clock);
  }

  @Override
  public Optional<String> codeOf(String username) {
    return Optional.ofNullable(codes.get(username));
  }

  @Override
  public String newName() {
    names++;
    return "newcomer-" + names;
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
    return clock.instant();
  }

  @Test
  void everyAttemptCostsOneSlowHashWhetherTheUserExistsOrNot() {
    assertThat(hashesOf("nobody", "wrong")).isEqualTo(1);
    assertThat(hashesOf("tess", "wrong")).as("before the first sign-in").isEqualTo(1);
    assertThat(hashesOf("tess", USERS.getFirst().password())).as("the first one").isEqualTo(1);
    assertThat(hashesOf("tess", "wrong")).as("after it").isEqualTo(1);
    assertThat(hashesOf("tess", USERS.getFirst().password())).as("a later one").isEqualTo(1);
  }

  @Test
  void wrongPasswordsInARowShutTheAccountForLongerAndLonger() {
    String password = USERS.getFirst().password();
    for (int i = 0; i < 5; i++) {
      assertThat(directory.signIn("tess", "wrong")).isEqualTo(new SignIn.Denied());
    }
    assertThat(directory.signIn("tess", password)).as("shut").isEqualTo(new SignIn.Denied());
    clock.advance(Duration.ofSeconds(1));
    assertThat(directory.signIn("tess", "wrong")).isEqualTo(new SignIn.Denied());
    clock.advance(Duration.ofSeconds(1));
    assertThat(directory.signIn("tess", password)).as("still").isEqualTo(new SignIn.Denied());
    clock.advance(Duration.ofSeconds(1));
    assertThat(directory.signIn("tess", password)).isInstanceOf(SignIn.SignedIn.class);
    assertThat(directory.signIn("tess", "wrong")).isEqualTo(new SignIn.Denied());
    assertThat(directory.signIn("tess", password)).isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void anAccountIsNeverShutForMoreThanAQuarterOfAnHour() {
    for (int i = 0; i < 100; i++) {
      directory.signIn("tess", "wrong");
      clock.advance(Duration.ofMinutes(15));
    }
    assertThat(directory.signIn("tess", USERS.getFirst().password()))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void codesEndAfterFiveWrongAttemptsAndAfterTheirTime() {
    String guessed = newName();
    directory.register(guessed, CHOSEN, "a@example.org");
    String code = codeOf(guessed).orElseThrow();
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(directory.confirm(guessed, wrong)).isFalse();
    }
    assertThat(directory.confirm(guessed, code)).isFalse();

    String late = newName();
    directory.register(late, CHOSEN, "a@example.org");
    clock.advance(Duration.ofDays(1));
    assertThat(directory.confirm(late, codeOf(late).orElseThrow())).isFalse();
  }

  @Test
  void namesThatNobodyConfirmedAreFreeAgainAfterADay() {
    String name = newName();
    directory.register(name, CHOSEN, "a@example.org");
    clock.advance(Duration.ofDays(1));
    directory.register(name, "Another-Password-6", "b@example.org");
    assertThat(directory.confirm(name, codeOf(name).orElseThrow())).isTrue();
    assertThat(directory.signIn(name, CHOSEN)).isEqualTo(new SignIn.Denied());
    assertThat(directory.signIn(name, "Another-Password-6")).isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void manyNamesPushOutTheOldestThatNobodyConfirmedAndNoUser() {
    String first = newName();
    directory.register(first, CHOSEN, "a@example.org");
    for (int i = 0; i < Accounts.MOST_WAITING; i++) {
      directory.register(newName(), CHOSEN, "a@example.org");
    }
    assertThat(directory.confirm(first, codeOf(first).orElseThrow())).isFalse();
    assertThat(directory.signIn("tess", USERS.getFirst().password()))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void aUserGetsOneRecoveryCodeAMinute() {
    directory.recover("tess");
    String code = codeOf("tess").orElseThrow();
    directory.recover("tess");
    assertThat(codeOf("tess").orElseThrow()).isEqualTo(code);
    clock.advance(Duration.ofMinutes(1));
    directory.recover("tess");
    assertThat(codeOf("tess").orElseThrow()).isNotEqualTo(code);
  }

  @Test
  void aNewPasswordEndsWhatWasSignedInWithTheOldOne() {
    SignIn.SignedIn before =
        (SignIn.SignedIn) directory.signIn("tess", USERS.getFirst().password());
    directory.recover("tess");
    directory.reset("tess", codeOf("tess").orElseThrow(), CHOSEN);
    assertThat(directory.refresh(before.tokens().refreshToken().orElseThrow(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aSessionEndsAfterThreeMinutes() {
    SignIn.Challenged challenged =
        (SignIn.Challenged) directory.signIn(INVITED.name(), INVITED.password());
    clock.advance(Duration.ofMinutes(3));
    assertThat(directory.chooseNewPassword(INVITED.name(), challenged.session(), CHOSEN))
        .isEqualTo(new SignIn.Denied());
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
