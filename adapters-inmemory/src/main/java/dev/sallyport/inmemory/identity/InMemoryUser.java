package dev.sallyport.inmemory.identity;

import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.identity.Username;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/**
 * A user of the embedded product.
 *
 * @param name as {@link Username} has it
 * @param password 1 to 256 characters; never printed
 * @param roles what the user may do beyond being signed in
 * @param passwordIsTemporary whether the user has to choose another one at the first sign-in
 */
public record InMemoryUser(
    String name, String password, Set<Role> roles, boolean passwordIsTemporary) {
  /** Longest password, in characters. */
  static final int MAX_PASSWORD = 256;

  /** Copies the roles and rejects names and passwords out of range. */
  public InMemoryUser {
    if (!Username.isPossible(name)) {
      throw new IllegalArgumentException("a user name has 1 to 128 visible characters, no spaces");
    }
    if (password.isEmpty() || password.length() > MAX_PASSWORD) {
      throw new IllegalArgumentException("a password has 1 to 256 characters");
    }
    roles = Set.copyOf(roles);
  }

  /** A user whose password stays. */
  public InMemoryUser(String name, String password, Set<Role> roles) {
    this(name, password, roles, false);
  }

  /** Returns whom tokens name: made of the name, so that it is the same after a restart. */
  public Subject subject() {
    return subjectOf(name);
  }

  static Subject subjectOf(String name) {
    byte[] seed = ("sallyport:user:" + name).getBytes(StandardCharsets.UTF_8);
    return new Subject(UUID.nameUUIDFromBytes(seed).toString());
  }

  @Override
  public String toString() {
    return "InMemoryUser[redacted, " + roles + "]";
  }
}
