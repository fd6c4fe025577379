package dev.sallyport.http.cli;

import dev.sallyport.domain.identity.Role;
import dev.sallyport.inmemory.identity.InMemoryUser;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a user that somebody set up, as {@code name:password:role}: the name ends at the first
 * colon, the role follows the last, so that a password may hold colons.
 */
final class UserLine {
  private static final int SHORTEST_PASSWORD = 8;
  private static final String NO_ROLE = "user";

  private UserLine() {}

  /**
   * Reads a user; messages never hold any of the text.
   *
   * @throws IllegalArgumentException for a missing part, a password under 8 characters or an
   *     unknown role
   */
  static InMemoryUser parse(String text) {
    int first = text.indexOf(':');
    int last = text.lastIndexOf(':');
    if (first < 0 || first == last) {
      throw new IllegalArgumentException("not name:password:role");
    }
    if (last - first - 1 < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException("a password has 8 to 256 characters");
    }
    return new InMemoryUser(
        text.substring(0, first), text.substring(first + 1, last), roles(text.substring(last + 1)));
  }

  private static Set<Role> roles(String text) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : text.split(",", -1)) {
      String role = word.strip().toLowerCase(Locale.ROOT);
      if (!role.equals(NO_ROLE)) {
        roles.add(Role.ofGroup(role).orElseThrow(UserLine::unknownRole));
      }
    }
    return roles;
  }

  private static IllegalArgumentException unknownRole() {
    return new IllegalArgumentException("the role is none of admin, triager, dumps and user");
  }
}
