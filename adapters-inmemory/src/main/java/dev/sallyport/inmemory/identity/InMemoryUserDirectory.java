package dev.sallyport.inmemory.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the configured users and issues tokens signed with a key of this process.
 *
 * <p>Every attempt with a possible name and password costs one slow hash, whether the user exists
 * or not.
 */
@Singleton
final class InMemoryUserDirectory implements UserDirectory {
  private final Map<String, Account> accounts = new HashMap<>();
  private final PasswordHashing hashing;
  private final byte[] saltOfNobody;
  private final TokenMint mint;
  private final RefreshTokens refreshTokens;

  @Inject
  InMemoryUserDirectory(
      InMemoryIdentitySettings settings,
      PasswordHashing hashing,
      TokenMint mint,
      RefreshTokens refreshTokens) {
    settings.users().forEach(user -> accounts.put(user.name(), new Account(user, hashing)));
    this.hashing = hashing;
    this.saltOfNobody = hashing.newSalt();
    this.mint = mint;
    this.refreshTokens = refreshTokens;
  }

  @Override
  public SignIn signIn(String username, String password) {
    if (!isPossible(username, password)) {
      return new Denied(); // nobody can be called so, which tells nothing about anybody
    }
    @Nullable Account account = accounts.get(username);
    byte[] hash = hashing.hash(password, account == null ? saltOfNobody : account.salt());
    byte[] fingerprint = hashing.fingerprint(password);
    return account != null && account.admits(fingerprint, hash)
        ? new SignedIn(tokens(account))
        : new Denied();
  }

  private static boolean isPossible(String username, String password) {
    return !username.isEmpty()
        && username.length() <= InMemoryUser.MAX_NAME
        && !password.isEmpty()
        && password.length() <= InMemoryUser.MAX_PASSWORD;
  }

  private Tokens tokens(Account account) {
    TokenMint.Pair pair = mint.mint(account);
    String refresh = refreshTokens.issue(account.subject());
    return new Tokens(pair.access(), pair.id(), Optional.of(refresh), TokenMint.LIFE);
  }
}
