package dev.sallyport.inmemory.identity;

import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A user of the embedded product.
 *
 * @param name 1 to 128 letters, marks, symbols, digits and punctuation, the form of <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html">Cognito's
 *     user names</a>; upper and lower case differ
 * @param password 1 to 256 characters; never printed
 * @param roles what the user may do beyond being signed in
 */
public record InMemoryUser(String name, String password, Set<Role> roles) {
  /** Longest name, in characters. */
  static final int MAX_NAME = 128;

  /** Longest password, in characters. */
  static final int MAX_PASSWORD = 256;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");

  /** Copies the roles and rejects names and passwords out of range. */
  public InMemoryUser {
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a user name has 1 to 128 visible characters, no spaces");
    }
    if (password.isEmpty() || password.length() > MAX_PASSWORD) {
      throw new IllegalArgumentException("a password has 1 to 256 characters");
    }
    roles = Set.copyOf(roles);
  }

  /** Returns whom tokens name: made of the name, so that it is the same after a restart. */
  public Subject subject() {
    byte[] seed = ("sallyport:user:" + name).getBytes(StandardCharsets.UTF_8);
    return new Subject(UUID.nameUUIDFromBytes(seed).toString());
  }

  @Override
  public String toString() {
    return "InMemoryUser[redacted, " + roles + "]";
  }
}
