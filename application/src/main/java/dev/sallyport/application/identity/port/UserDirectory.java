package dev.sallyport.application.identity.port;

import java.time.Duration;
import java.util.Optional;

/** Knows users and their passwords, and issues tokens for them. */
public interface UserDirectory {
  /**
   * Checks a password and issues tokens.
   *
   * <p>Takes about the same time whether the user exists or not, and says the same.
   *
   * @param username at most 128 characters
   * @param password at most 256 characters; never logged
   * @throws dev.sallyport.application.shared.PortUnavailableException when too many sign in at once
   */
  SignIn signIn(String username, String password);

  /** What became of it. */
  sealed interface SignIn {
    /**
     * The password is right.
     *
     * @param tokens what the user gets
     */
    record SignedIn(Tokens tokens) implements SignIn {}

    /** Wrong password or no such user: nobody is told which. */
    record Denied() implements SignIn {}

    /**
     * The password is right, and something else has to happen first.
     *
     * @param name the field's own word, such as {@code NEW_PASSWORD_REQUIRED}
     * @param session to be given back with the answer to the challenge
     */
    record Challenged(String name, String session) implements SignIn {
      @Override
      public String toString() {
        return "Challenged[" + name + "]";
      }
    }
  }

  /**
   * The tokens of one sign-in; secrets, every one.
   *
   * @param accessToken for the {@code Authorization} header
   * @param idToken who the user is; no operation accepts it
   * @param refreshToken gets new ones
   * @param expiresIn how long the access token lives
   */
  record Tokens(
      String accessToken, String idToken, Optional<String> refreshToken, Duration expiresIn) {
    @Override
    public String toString() {
      return "Tokens[redacted]";
    }
  }
}
