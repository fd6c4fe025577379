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
      if (role.isEmpty() && !name.equals("user") && !name.equals("access")) {
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

  @Override
  public SignIn chooseNewPassword(String username, String session, String password) {
    if (password.equals("weak")) {
      return new SignIn.WeakPassword();
    }
    return session.equals("session-1") ? signIn("old", "right") : new SignIn.Denied();
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken, Optional<String> username) {
    return refreshToken.equals("refresh")
        ? Optional.of(new Tokens("access-2", "id-2", Optional.empty(), Duration.ofHours(1)))
        : Optional.empty();
  }

  @Override
  public void signOut(String refreshToken) {}

  @Override
  public Registration register(String username, String password, String email) {
    return password.equals("weak") ? Registration.WEAK_PASSWORD : Registration.ACCEPTED;
  }

  @Override
  public boolean confirm(String username, String code) {
    return code.equals("123456");
  }

  @Override
  public void recover(String username) {}

  @Override
  public Reset reset(String username, String code, String password) {
    if (password.equals("weak")) {
      return Reset.WEAK_PASSWORD;
    }
    return code.equals("123456") ? Reset.DONE : Reset.WRONG_CODE;
  }
}
