package dev.sallyport.domain.identity;

import java.util.Set;

/**
 * A caller whose access token was verified.
 *
 * @param subject who it is
 * @param username the name to show; personal data, never logged
 * @param roles what the token's groups grant
 */
public record Principal(Subject subject, String username, Set<Role> roles) {
  /** Copies the roles and rejects an empty or over-long name. */
  public Principal {
    if (username.isBlank() || username.length() > 128) {
      throw new IllegalArgumentException("a user name has 1 to 128 characters");
    }
    roles = Set.copyOf(roles);
  }

  /** Tells whether this caller has the role; an admin has every role. */
  public boolean holds(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMIN);
  }

  @Override
  public String toString() {
    return "Principal[" + subject + ", " + roles + "]";
  }
}
