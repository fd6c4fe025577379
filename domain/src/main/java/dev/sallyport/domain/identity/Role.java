package dev.sallyport.domain.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a signed-in user may do beyond being signed in; the names are the groups in {@code
 * cognito:groups}.
 *
 * <p>Roles do not nest in the token: {@link Principal#holds} says which role stands in for which.
 */
public enum Role {
  /** Reads reports and works on them. */
  TRIAGER,
  /** May download what was only validated, such as memory dumps. */
  DUMPS,
  /** May do everything. */
  ADMIN;

  /** Returns the role of a group name; a group that means nothing here gives nothing. */
  public static Optional<Role> ofGroup(String group) {
    for (Role role : values()) {
      if (role.group().equals(group)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** Returns the name of the group that carries this role. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }
}
