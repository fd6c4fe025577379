package dev.sallyport.application.identity;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.application.profile.EnsureProfile;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Principal;
import jakarta.inject.Inject;
import java.util.Optional;

/** Exchanges a user's password for tokens, keeps a sign-in alive and ends it. */
public final class SignIn {
  private final UserDirectory users;
  private final TokenVerifier tokens;
  private final EnsureProfile ensureProfile;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public SignIn(
      UserDirectory users, TokenVerifier tokens, EnsureProfile ensureProfile, Metrics metrics) {
    this.users = users;
    this.tokens = tokens;
    this.ensureProfile = ensureProfile;
    this.metrics = metrics;
  }

  /**
   * Signs in, as {@link UserDirectory#signIn} promises it. A profile exists from the first sign-in
   * on; only while the profiles are away, it comes with the first call that needs one.
   */
  public UserDirectory.SignIn signIn(String username, String password) {
    UserDirectory.SignIn result = users.signIn(username, password);
    metrics.count("signin", "outcome", result.getClass().getSimpleName());
    return welcome(result);
  }

  /** Goes on with a sign-in, as {@link UserDirectory#chooseNewPassword} promises it. */
  public UserDirectory.SignIn chooseNewPassword(String username, String session, String password) {
    UserDirectory.SignIn result = users.chooseNewPassword(username, session, password);
    metrics.count("signin.challenge", "outcome", result.getClass().getSimpleName());
    return welcome(result);
  }

  private UserDirectory.SignIn welcome(UserDirectory.SignIn result) {
    if (result instanceof SignedIn(UserDirectory.Tokens issued)) {
      try {
        if (tokens.verify(issued.accessToken()) instanceof TokenVerdict.Verified(Principal user)) {
          ensureProfile.of(user);
        }
      } catch (PortUnavailableException | OutcomeUnknownException away) {
        // Who gave the right password is let in, whatever else is down.
        metrics.count("signin.without_profile");
      }
    }
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
