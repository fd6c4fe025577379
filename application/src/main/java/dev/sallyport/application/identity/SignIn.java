package dev.sallyport.application.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;

/** Exchanges a user's password for tokens. */
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
}
