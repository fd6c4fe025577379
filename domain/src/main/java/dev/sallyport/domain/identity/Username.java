package dev.sallyport.domain.identity;

import java.util.regex.Pattern;

/**
 * What users can be called: 1 to 128 letters, marks, symbols, digits and punctuation, the form of
 * <a
 * href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html">Cognito's
 * user names</a>; upper and lower case differ.
 */
public final class Username {
  /** Most characters. */
  public static final int MAX_LENGTH = 128;

  /** The form as an expression that all of a name matches. */
  public static final String FORM = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private Username() {}

  /** Tells whether anybody can be called so. */
  public static boolean isPossible(String name) {
    return name.length() <= 2 * MAX_LENGTH && PATTERN.matcher(name).matches();
  }
}
