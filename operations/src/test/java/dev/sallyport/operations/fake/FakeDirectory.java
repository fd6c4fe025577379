package dev.sallyport.operations.fake;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Users named after their roles: the token {@code dumps+triager} has those two, {@code user} none.
 */
public final class FakeDirectory implements TokenVerifier, UserDirectory {
  @Override
  public TokenVerdict verify(String token) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : token.split("\\+", -1)) {
      Optional<Role> role = Role.ofGroup(name);
      if (role.isEmpty() && !name.equals("user")) {
        return new TokenVerdict.Refused(Cause.SIGNATURE);
      }
      role.ifPresent(roles::add);
    }
    return new TokenVerdict.Verified(
        new Principal(new Subject("s-" + token.replace('+', '-')), token, roles));
  }

  @Override
  public SignIn signIn(String username, String password) {
    if (!password.equals("right")) {
      return new SignIn.Denied();
    }
    return username.equals("new")
        ? new SignIn.Challenged("NEW_PASSWORD_REQUIRED", "session-1")
        : new SignIn.SignedIn(
            new Tokens("access", "id", Optional.of("refresh"), Duration.ofHours(1)));
  }
}
