package dev.sallyport.inmemory.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Challenged;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.WeakPassword;
import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.identity.Username;
import dev.sallyport.inmemory.identity.CodeDelivery.Purpose;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows the configured users and those who registered, and issues tokens signed with a key of this
 * process.
 *
 * <p>Every attempt with a possible name and password costs one slow hash, whether the user exists
 * or not.
 */
@Singleton
final class InMemoryUserDirectory implements UserDirectory {
  private static final String NEW_PASSWORD = "NEW_PASSWORD_REQUIRED";
  private static final Duration SESSION_LIFE = Duration.ofMinutes(3);
  private static final Duration CONFIRMATION_LIFE = Duration.ofDays(1);
  private static final Duration RECOVERY_LIFE = Duration.ofHours(1);
  private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
  private static final int ATTEMPTS = 5;

  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final byte[] saltOfNobody;
  private final TokenMint mint;
  private final RefreshTokens refreshTokens;
  private final OneTimeSecrets secrets;
  private final CodeDelivery delivery;
  private final Clock clock;

  @Inject
  InMemoryUserDirectory(
      Accounts accounts,
      PasswordHashing hashing,
      TokenMint mint,
      RefreshTokens refreshTokens,
      OneTimeSecrets secrets,
      CodeDelivery delivery,
      Clock clock) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.saltOfNobody = hashing.newSalt();
    this.mint = mint;
    this.refreshTokens = refreshTokens;
    this.secrets = secrets;
    this.delivery = delivery;
    this.clock = clock;
  }

  @Override
  public SignIn signIn(String username, String password) {
    if (!isPossible(username, password)) {
      return new Denied(); // nobody can be called so, which tells nothing about anybody
    }
    Optional<Account> account = accounts.named(username);
    byte[] hash = hashing.hash(password, account.map(Account::salt).orElse(saltOfNobody));
    byte[] fingerprint = hashing.fingerprint(password);
    return account
        .map(known -> signIn(known, known.admit(fingerprint, hash, clock.instant())))
        .orElseGet(Denied::new);
  }

  private SignIn signIn(Account account, Account.Admission admission) {
    return switch (admission) {
      case ADMITTED -> new SignedIn(tokens(account));
      case DENIED -> new Denied();
      case HAS_TO_CHANGE -> {
        String session = secrets.newSession();
        account.open(secrets.given(session, SESSION_LIFE, Integer.MAX_VALUE));
        yield new Challenged(NEW_PASSWORD, session);
      }
    };
  }

  private static boolean isPossible(String username, String password) {
    return Username.isPossible(username)
        && !password.isEmpty()
        && password.length() <= InMemoryUser.MAX_PASSWORD;
  }

  @Override
  public SignIn chooseNewPassword(String username, String session, String password) {
    if (!PasswordPolicy.admits(password)) {
      return new WeakPassword();
    }
    StoredPassword chosen = new StoredPassword(password, hashing);
    return accounts
        .named(username)
        .filter(account -> account.change(session, chosen, clock.instant()))
        .<SignIn>map(account -> new SignedIn(tokens(account)))
        .orElseGet(Denied::new);
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken, Optional<String> username) {
    return refreshTokens
        .begun(refreshToken)
        .flatMap(begun -> accounts.of(begun.subject()).map(account -> renewed(account, begun)));
  }

  private Tokens renewed(Account account, RefreshTokens.Begun begun) {
    TokenMint.Pair pair = mint.mint(account, begun.origin(), begun.at());
    return new Tokens(pair.access(), pair.id(), Optional.empty(), TokenMint.LIFE);
  }

  @Override
  public void signOut(String refreshToken) {
    refreshTokens.end(refreshToken);
  }

  @Override
  public Registration register(String username, String password, String email) {
    if (!PasswordPolicy.admits(password)) {
      return Registration.WEAK_PASSWORD;
    }
    Instant now = clock.instant();
    Subject subject = InMemoryUser.subjectOf(username);
    StoredPassword chosen = new StoredPassword(password, hashing);
    Account account = Account.asked(username, subject, email, chosen, now);
    if (Username.isPossible(username) && accounts.add(account, now)) {
      give(account, Purpose.CONFIRMATION, CONFIRMATION_LIFE);
    }
    return Registration.ACCEPTED;
  }

  @Override
  public boolean confirm(String username, String code) {
    Optional<Account> confirmed =
        accounts.named(username).filter(account -> account.confirm(code, clock.instant()));
    confirmed.ifPresent(accounts::confirmed);
    return confirmed.isPresent();
  }

  @Override
  public void recover(String username) {
    Instant lately = clock.instant().minus(BETWEEN_CODES);
    accounts
        .named(username)
        .filter(Account::isConfirmed)
        .filter(account -> !account.wasGivenCodeSince(lately))
        .ifPresent(account -> give(account, Purpose.RECOVERY, RECOVERY_LIFE));
  }

  @Override
  public Reset reset(String username, String code, String password) {
    if (!PasswordPolicy.admits(password)) {
      return Reset.WEAK_PASSWORD;
    }
    StoredPassword chosen = new StoredPassword(password, hashing);
    Optional<Account> changed =
        accounts.named(username).filter(account -> account.reset(code, chosen, clock.instant()));
    changed.ifPresent(account -> refreshTokens.endAll(account.subject()));
    return changed.isPresent() ? Reset.DONE : Reset.WRONG_CODE;
  }

  private void give(Account account, Purpose purpose, Duration life) {
    String code = secrets.newCode();
    account.give(secrets.given(code, life, ATTEMPTS));
    delivery.deliver(purpose, account.name(), account.email(), code);
  }

  private Tokens tokens(Account account) {
    RefreshTokens.Begun begun = refreshTokens.begin(account.subject());
    TokenMint.Pair pair = mint.mint(account, begun.origin(), begun.at());
    String refresh = refreshTokens.issue(begun);
    return new Tokens(pair.access(), pair.id(), Optional.of(refresh), TokenMint.LIFE);
  }
}
