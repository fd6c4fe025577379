package dev.sallyport.application.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;
import java.util.Optional;

/** Exchanges a user's password for tokens, keeps a sign-in alive and ends it. */
public final class SignIn {
  private final UserDirectory users;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public SignIn(UserDirectory users, Metrics metrics) {
    this.users = users;
    this.metrics = metrics;
  }

  /** Signs in, as {@link UserDirectory#signIn} promises it. */
  public UserDirectory.SignIn signIn(String username, String password) {
    UserDirectory.SignIn result = users.signIn(username, password);
    metrics.count("signin", "outcome", result.getClass().getSimpleName());
    return result;
  }

  /** Goes on with a sign-in, as {@link UserDirectory#chooseNewPassword} promises it. */
  public UserDirectory.SignIn chooseNewPassword(String username, String session, String password) {
    UserDirectory.SignIn result = users.chooseNewPassword(username, session, password);
    metrics.count("signin.challenge", "outcome", result.getClass().getSimpleName());
    return result;
  }

  /** Issues new tokens, as {@link UserDirectory#refresh} promises it. */
  public Optional<UserDirectory.Tokens> refresh(String refreshToken, Optional<String> username) {
    Optional<UserDirectory.Tokens> tokens = users.refresh(refreshToken, username);
    metrics.count("signin.refresh", "outcome", tokens.isPresent() ? "Refreshed" : "Denied");
    return tokens;
  }

  /** Ends a sign-in, as {@link UserDirectory#signOut} promises it. */
  public void signOut(String refreshToken) {
    users.signOut(refreshToken);
  }
}
