package dev.sallyport.application.identity.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Knows users and their passwords, and issues tokens for them.
 *
 * <p>No answer tells whether a user exists, neither by what it says nor by how long it takes.
 * Passwords, codes, sessions and tokens are secrets: never logged, never in a message.
 */
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

  /**
   * Goes on with a sign-in that asked for another password.
   *
   * @param session that came with the challenge; good once, for some minutes, for this user
   * @param password the one that the user chose
   */
  SignIn chooseNewPassword(String username, String session, String password);

  /**
   * Issues new access and id tokens.
   *
   * @param username whose they are, which app clients with a secret need
   * @return nothing when the refresh token is nobody's, has ended or was signed out
   */
  Optional<Tokens> refresh(String refreshToken, Optional<String> username);

  /** Ends a refresh token; one that is nobody's changes nothing. */
  void signOut(String refreshToken);

  /**
   * Takes a new user who has not confirmed yet, and sends a code to the address.
   *
   * <p>A name that is taken already is accepted as well, and nothing happens.
   *
   * @param username as {@link dev.sallyport.domain.identity.Username} has it
   * @param email where the code goes
   */
  Registration register(String username, String password, String email);

  /**
   * Confirms that the user has the address.
   *
   * @return whether this was the code of somebody who had not confirmed
   */
  boolean confirm(String username, String code);

  /**
   * Sends a code to a confirmed user who forgot the password; to nobody else, which is not told.
   */
  void recover(String username);

  /** Replaces a forgotten password and ends all refresh tokens of the user. */
  Reset reset(String username, String code, String password);

  /** What became of a registration. */
  enum Registration {
    /** A code is on its way, or the name was taken: nobody is told which. */
    ACCEPTED,
    /** Nobody may choose this password. */
    WEAK_PASSWORD
  }

  /** What became of a forgotten password. */
  enum Reset {
    /** The new one counts. */
    DONE,
    /** Wrong, old or no code, or no such user: nobody is told which. */
    WRONG_CODE,
    /** Nobody may choose this password; the code still counts. */
    WEAK_PASSWORD
  }

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

    /** Nobody may choose this password; the session still counts. */
    record WeakPassword() implements SignIn {}

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
