package dev.sallyport.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.Registration;
import dev.sallyport.application.identity.port.UserDirectory.Reset;
import dev.sallyport.application.identity.port.UserDirectory.SignIn;
import dev.sallyport.application.identity.port.UserDirectory.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link UserDirectory} must keep when people become users, keep signed in, and forget
 * their passwords.
 */
public interface AccountContract {
  /** Somebody who was given a password and has to choose another. */
  KnownUser INVITED = new KnownUser("ivy", "Given-once-4-all", Set.of());

  /** A password that nobody has yet. */
  String CHOSEN = "Chosen-Password-5";

  /** A directory that knows {@link UserDirectoryContract#USERS} and {@link #INVITED}. */
  UserDirectory directory();

  /** The keys of {@link #directory}. */
  KeySetSource keys();

  /** Returns the code that was last sent to this user. */
  Optional<String> codeOf(String username);

  /** Returns a name that no test before had. */
  String newName();

  /** Whether a challenge's session is looked at; some servers that stand in do not. */
  default boolean areSessionsChecked() {
    return true;
  }

  private Tokens signedIn(String name, String password) {
    SignIn result = directory().signIn(name, password);
    assertThat(result).isInstanceOf(SignIn.SignedIn.class);
    return ((SignIn.SignedIn) result).tokens();
  }

  private Map<String, @Nullable Object> claims(String token) {
    return ReadToken.verified(token, keys().fetch()).claims();
  }

  private String registered(String password) {
    String name = newName();
    assertThat(directory().register(name, password, name + "@example.org"))
        .isEqualTo(Registration.ACCEPTED);
    return name;
  }

  private String confirmed(String password) {
    String name = registered(password);
    assertThat(directory().confirm(name, codeOf(name).orElseThrow())).isTrue();
    return name;
  }

  private static String other(String code) {
    return code.substring(1) + (char) ('0' + (code.charAt(0) - '0' + 1) % 10);
  }

  @Test
  default void whoRegistersSignsInOnceConfirmed() {
    String name = registered(CHOSEN);
    assertThat(directory().signIn(name, CHOSEN)).isEqualTo(new SignIn.Denied());

    assertThat(directory().confirm(name, codeOf(name).orElseThrow())).isTrue();

    Tokens tokens = signedIn(name, CHOSEN);
    assertThat(claims(tokens.accessToken()))
        .containsEntry("username", name)
        .doesNotContainKey("cognito:groups");
  }

  @Test
  default void aNameThatIsTakenIsAcceptedAndNothingHappens() {
    String name = confirmed(CHOSEN);
    Optional<String> code = codeOf(name);

    assertThat(directory().register(name, "Another-Password-6", "thief@example.org"))
        .isEqualTo(Registration.ACCEPTED);

    assertThat(codeOf(name)).isEqualTo(code);
    assertThat(directory().signIn(name, "Another-Password-6")).isEqualTo(new SignIn.Denied());
    signedIn(name, CHOSEN);
  }

  @Test
  default void weakPasswordsAreRefusedWhoeverAsks() {
    String name = confirmed(CHOSEN);
    for (String weak :
        new String[] {"Short-1", "no-upper-case-1", "NO-LOWER-CASE-1", "No-Digits"}) {
      assertThat(directory().register(newName(), weak, "a@example.org"))
          .isEqualTo(Registration.WEAK_PASSWORD);
      assertThat(directory().register(name, weak, "a@example.org"))
          .isEqualTo(Registration.WEAK_PASSWORD);
    }
  }

  @Test
  default void onlyTheCodeOfThatUserConfirms() {
    String name = registered(CHOSEN);
    String code = codeOf(name).orElseThrow();
    assertThat(directory().confirm(name, other(code))).isFalse();
    assertThat(directory().confirm(newName(), code)).isFalse();
    assertThat(directory().confirm(name, "")).isFalse();
    assertThat(directory().signIn(name, CHOSEN)).isEqualTo(new SignIn.Denied());
    assertThat(directory().confirm(name, code)).isTrue();
    assertThat(directory().confirm(name, code)).as("a second time").isFalse();
  }

  @Test
  default void aForgottenPasswordIsReplacedByTheCode() {
    String name = confirmed(CHOSEN);
    directory().recover(name);
    String code = codeOf(name).orElseThrow();

    assertThat(directory().reset(name, other(code), "Another-Password-6"))
        .isEqualTo(Reset.WRONG_CODE);
    assertThat(directory().reset(name, code, "weak")).isEqualTo(Reset.WEAK_PASSWORD);
    signedIn(name, CHOSEN);
    assertThat(directory().reset(name, code, "Another-Password-6")).isEqualTo(Reset.DONE);

    assertThat(directory().signIn(name, CHOSEN)).isEqualTo(new SignIn.Denied());
    signedIn(name, "Another-Password-6");
    assertThat(directory().reset(name, code, CHOSEN)).isEqualTo(Reset.WRONG_CODE);
  }

  @Test
  default void nobodyIsToldThatAUserDoesNotExist() {
    String nobody = newName();
    directory().recover(nobody);
    assertThat(codeOf(nobody)).isEmpty();
    assertThat(directory().reset(nobody, "123456", CHOSEN)).isEqualTo(Reset.WRONG_CODE);
    assertThat(directory().confirm(nobody, "123456")).isFalse();
    assertThat(directory().chooseNewPassword(nobody, "a-session", CHOSEN))
        .isEqualTo(new SignIn.Denied());
  }

  @Test
  default void whoWasInvitedChoosesAnotherPassword() {
    SignIn.Challenged challenged =
        (SignIn.Challenged) directory().signIn(INVITED.name(), INVITED.password());
    assertThat(challenged.name()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(challenged.toString()).doesNotContain(challenged.session());
    if (areSessionsChecked()) {
      assertThat(directory().chooseNewPassword(INVITED.name(), "a-session", CHOSEN))
          .isEqualTo(new SignIn.Denied());
    }
    assertThat(directory().chooseNewPassword(INVITED.name(), challenged.session(), "weak"))
        .isEqualTo(new SignIn.WeakPassword());

    assertThat(directory().chooseNewPassword(INVITED.name(), challenged.session(), CHOSEN))
        .isInstanceOf(SignIn.SignedIn.class);

    assertThat(directory().signIn(INVITED.name(), INVITED.password()))
        .isEqualTo(new SignIn.Denied());
    signedIn(INVITED.name(), CHOSEN);
  }

  @Test
  default void aRefreshTokenGetsNewTokensOfTheSameUser() {
    KnownUser user = UserDirectoryContract.USERS.getFirst();
    Tokens first = signedIn(user.name(), user.password());
    Tokens second =
        directory()
            .refresh(first.refreshToken().orElseThrow(), Optional.of(user.name()))
            .orElseThrow();
    Map<String, @Nullable Object> before = claims(first.accessToken());
    assertThat(claims(second.accessToken()))
        .containsEntry("sub", before.get("sub"))
        .containsEntry("username", user.name())
        .containsEntry("token_use", "access")
        .containsEntry("cognito:groups", before.get("cognito:groups"));
    assertThat(claims(second.accessToken()).get("jti")).isNotEqualTo(before.get("jti"));
    assertThat(claims(second.idToken())).containsEntry("token_use", "id");
  }

  @Test
  default void nothingElseRefreshes() {
    KnownUser user = UserDirectoryContract.USERS.getFirst();
    Tokens tokens = signedIn(user.name(), user.password());
    for (String token : new String[] {"", "x", tokens.accessToken(), tokens.idToken()}) {
      assertThat(directory().refresh(token, Optional.of(user.name()))).isEmpty();
    }
  }

  @Test
  default void aSignedOutTokenRefreshesNoMore() {
    KnownUser user = UserDirectoryContract.USERS.getFirst();
    String ended = signedIn(user.name(), user.password()).refreshToken().orElseThrow();
    String other = signedIn(user.name(), user.password()).refreshToken().orElseThrow();

    directory().signOut(ended);
    directory().signOut(ended);
    directory().signOut("nobody's");

    assertThat(directory().refresh(ended, Optional.of(user.name()))).isEmpty();
    assertThat(directory().refresh(other, Optional.of(user.name()))).isPresent();
  }
}
