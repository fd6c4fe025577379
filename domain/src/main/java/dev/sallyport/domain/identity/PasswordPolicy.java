package dev.sallyport.domain.identity;

/**
 * Which passwords people may choose: those that Amazon Cognito takes by default (<a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">password
 * requirements</a>), so that what is chosen in one deployment can be chosen in the next.
 */
public final class PasswordPolicy {
  /** Fewest characters. */
  public static final int MIN_LENGTH = 8;

  /** Most characters. */
  public static final int MAX_LENGTH = 256;

  /** In words, for those who have to choose another. */
  public static final String RULE =
      "8 to 256 characters, among them a lower-case letter, an upper-case one, a digit and a"
          + " symbol";

  private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

  private PasswordPolicy() {}

  /** Tells whether somebody may choose this password. */
  public static boolean admits(String password) {
    return password.length() >= MIN_LENGTH
        && password.length() <= MAX_LENGTH
        && !password.startsWith(" ")
        && !password.endsWith(" ")
        && password.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && password.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
        && password.chars().anyMatch(c -> c >= '0' && c <= '9')
        && password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0);
  }
}
