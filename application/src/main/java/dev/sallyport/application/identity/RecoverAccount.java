package dev.sallyport.application.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.Reset;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets users who forgot their password choose another. */
public final class RecoverAccount {
  private final UserDirectory users;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public RecoverAccount(UserDirectory users, Metrics metrics) {
    this.users = users;
    this.metrics = metrics;
  }

  /** Sends a code, as {@link UserDirectory#recover} promises it. */
  public void recover(String username) {
    users.recover(username);
    metrics.count("recovery");
  }

  /** Replaces the password, as {@link UserDirectory#reset} promises it. */
  public Reset reset(String username, String code, String password) {
    Reset result = users.reset(username, code, password);
    metrics.count("recovery.reset", "outcome", result.name().toLowerCase(Locale.ROOT));
    return result;
  }
}
