package dev.sallyport.application.identity;

import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.Registration;
import dev.sallyport.application.shared.port.Metrics;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets people become users who prove that an address is theirs. */
public final class RegisterUser {
  private final UserDirectory users;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public RegisterUser(UserDirectory users, Metrics metrics) {
    this.users = users;
    this.metrics = metrics;
  }

  /** Registers, as {@link UserDirectory#register} promises it. */
  public Registration register(String username, String password, String email) {
    Registration result = users.register(username, password, email);
    metrics.count("registration", "outcome", result.name().toLowerCase(Locale.ROOT));
    return result;
  }

  /** Confirms, as {@link UserDirectory#confirm} promises it. */
  public boolean confirm(String username, String code) {
    boolean confirmed = users.confirm(username, code);
    metrics.count("registration.confirmed", "outcome", confirmed ? "done" : "wrong_code");
    return confirmed;
  }
}
