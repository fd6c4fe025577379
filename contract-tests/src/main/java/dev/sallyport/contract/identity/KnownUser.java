package dev.sallyport.contract.identity;

import dev.sallyport.domain.identity.Role;
import java.util.Set;

/**
 * A user that a directory under test must know.
 *
 * @param name the user name
 * @param password the right password
 * @param roles the groups that the user is in
 */
public record KnownUser(String name, String password, Set<Role> roles) {
  /** Copies the roles. */
  public KnownUser {
    roles = Set.copyOf(roles);
  }
}
