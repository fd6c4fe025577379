package dev.sallyport.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn;
import dev.sallyport.application.identity.port.UserDirectory.Tokens;
import dev.sallyport.domain.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link UserDirectory} must keep, together with the keys it publishes. */
public interface UserDirectoryContract {
  /** The users that a directory under test knows. */
  List<KnownUser> USERS =
      List.of(
          new KnownUser("tess", "Correct-horse-7-battery", Set.of(Role.TRIAGER, Role.DUMPS)),
          new KnownUser("ada", "An-other-Staple-9", Set.of(Role.ADMIN)),
          new KnownUser("ren\u00e9", "P\u00e4ssw\u00f6rd-1-\ud83d\udd11", Set.of()));

  /** A directory that knows {@link #USERS}. */
  UserDirectory directory();

  /** Who issues its tokens. */
  default String issuer() {
    return TestTokens.ISSUER;
  }

  /** The app client that it signs users in for. */
  default String clientId() {
    return TestTokens.CLIENT_ID;
  }

  /** The keys of {@link #directory}. */
  KeySetSource keys();

  /** Whether tokens name the sign-in that they began with, as Cognito's do; if not, none does. */
  default boolean isOriginTold() {
    return true;
  }

  /** What time it is for {@link #directory}, to the second. */
  Instant now();

  private Tokens tokensOf(KnownUser user) {
    return tokensOf(directory().signIn(user.name(), user.password()));
  }

  private static Tokens tokensOf(SignIn signIn) {
    return switch (signIn) {
      case SignIn.SignedIn(Tokens tokens) -> tokens;
      case SignIn.Denied() -> throw new AssertionError("denied");
      case SignIn.WeakPassword() -> throw new AssertionError("a weak password");
      case SignIn.Challenged(String name, String session) -> throw new AssertionError(name);
    };
  }

  private Map<String, @Nullable Object> claims(String token) {
    return ReadToken.verified(token, keys().fetch()).claims();
  }

  @Test
  default void signInIssuesAnAccessTokenForTheRightPassword() {
    for (KnownUser user : USERS) {
      Map<String, @Nullable Object> claims = claims(tokensOf(user).accessToken());
      assertThat(claims)
          .containsEntry("iss", issuer())
          .containsEntry("client_id", clientId())
          .containsEntry("token_use", "access")
          .containsEntry("username", user.name())
          .containsKeys("sub", "jti", "auth_time", "scope")
          .doesNotContainKeys("aud", "cognito:username");
    }
  }

  @Test
  default void signInIssuesAnIdTokenThatIsNoAccessToken() {
    KnownUser user = USERS.getFirst();
    Tokens tokens = tokensOf(user);
    Map<String, @Nullable Object> claims = claims(tokens.idToken());
    assertThat(claims)
        .containsEntry("iss", issuer())
        .containsEntry("aud", clientId())
        .containsEntry("token_use", "id")
        .containsEntry("cognito:username", user.name())
        .containsEntry("sub", claims(tokens.accessToken()).get("sub"))
        .doesNotContainKeys("client_id", "username", "scope");
  }

  @Test
  default void tokensCarryTheUsersGroups() {
    for (KnownUser user : USERS) {
      Tokens tokens = tokensOf(user);
      for (String token : List.of(tokens.accessToken(), tokens.idToken())) {
        if (user.roles().isEmpty()) {
          assertThat(claims(token)).doesNotContainKey("cognito:groups");
        } else {
          assertThat(claims(token).get("cognito:groups"))
              .asInstanceOf(InstanceOfAssertFactories.LIST)
              .containsExactlyInAnyOrderElementsOf(user.roles().stream().map(Role::group).toList());
        }
      }
    }
  }

  @Test
  default void tokensLiveFromNowForAsLongAsIsSaid() {
    long before = now().getEpochSecond();
    Tokens tokens = tokensOf(USERS.getFirst());
    long after = now().getEpochSecond();
    assertThat(tokens.expiresIn()).isBetween(Duration.ofMinutes(5), Duration.ofDays(1));
    for (String token : List.of(tokens.accessToken(), tokens.idToken())) {
      long issued = ((Number) Objects.requireNonNull(claims(token).get("iat"))).longValue();
      assertThat(issued).isBetween(before, after);
      assertThat(claims(token))
          .containsEntry("auth_time", issued)
          .containsEntry("exp", issued + tokens.expiresIn().toSeconds());
    }
  }

  @Test
  default void everySignInIsAnotherAndTheUserStaysTheSame() {
    Tokens first = tokensOf(USERS.getFirst());
    Tokens second = tokensOf(USERS.getFirst());
    Map<String, @Nullable Object> one = claims(first.accessToken());
    Map<String, @Nullable Object> other = claims(second.accessToken());
    assertThat(one.get("sub")).isEqualTo(other.get("sub"));
    assertThat(one.get("jti")).isNotEqualTo(other.get("jti"));
    assertThat(one.get("jti")).isNotEqualTo(claims(first.idToken()).get("jti"));
    assertThat(first.refreshToken()).isNotEqualTo(second.refreshToken());
    assertThat(claims(tokensOf(USERS.get(1)).accessToken()).get("sub"))
        .isNotEqualTo(one.get("sub"));
  }

  @Test
  default void tokensNameTheSignInThatTheyBeganWith() {
    Tokens first = tokensOf(USERS.getFirst());
    Tokens second = tokensOf(USERS.getFirst());
    if (!isOriginTold()) {
      assertThat(origin(first.accessToken())).isNull();
      return;
    }
    assertThat(origin(first.accessToken()))
        .isNotNull()
        .isEqualTo(origin(first.idToken()))
        .isNotEqualTo(origin(second.accessToken()));
  }

  private @Nullable Object origin(String token) {
    return claims(token).get("origin_jti");
  }

  @Test
  default void signInIssuesARefreshTokenThatSaysNothing() {
    KnownUser user = USERS.getFirst();
    Tokens tokens = tokensOf(user);
    assertThat(tokens.refreshToken())
        .hasValueSatisfying(token ->
            assertThat(token)
                .hasSizeGreaterThanOrEqualTo(43)
                .doesNotContain(user.name())
                .isNotIn(tokens.accessToken(), tokens.idToken()));
  }

  @TestFactory
  default Stream<DynamicTest> signInDenies() {
    KnownUser tess = USERS.getFirst();
    KnownUser ada = USERS.get(1);
    return Stream.of(
        denied("a wrong password", tess.name(), "Correct-horse-7-batterz"),
        denied("another user's password", tess.name(), ada.password()),
        denied("a password in other case", tess.name(), tess.password().toLowerCase(Locale.ROOT)),
        denied("a longer password", tess.name(), tess.password() + "x"),
        denied("a shorter password", tess.name(), tess.password().substring(1)),
        denied("a password with a space", tess.name(), tess.password() + " "),
        denied("no password", tess.name(), ""),
        denied("a huge password", tess.name(), "x".repeat(1_000_000)),
        denied("nobody", "nobody", tess.password()),
        denied("no name", "", tess.password()),
        denied("a huge name", "x".repeat(1_000_000), tess.password()),
        denied("a name with a space", tess.name() + " ", tess.password()),
        denied("a name with a NUL", tess.name() + "\u0000", tess.password()),
        denied("a name that is a pattern", "*", tess.password()),
        denied("an unpaired surrogate", "\ud83d", "\ud83d"));
  }

  private DynamicTest denied(String name, String username, String password) {
    return DynamicTest.dynamicTest(
        name,
        () -> assertThat(directory().signIn(username, password)).isEqualTo(new SignIn.Denied()));
  }

  @Test
  default void aWrongPasswordChangesNothing() {
    UserDirectory directory = directory();
    KnownUser user = USERS.getFirst();
    assertThat(directory.signIn(user.name(), "wrong")).isEqualTo(new SignIn.Denied());
    assertThat(directory.signIn(user.name(), user.password())).isInstanceOf(SignIn.SignedIn.class);
    assertThat(directory.signIn(user.name(), "wrong")).isEqualTo(new SignIn.Denied());
    assertThat(directory.signIn(user.name(), user.password())).isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  default void publishesPublicKeysOnly() {
    String keySet = keys().fetch();
    assertThat(keySet).hasSizeLessThan(64 * 1024);
    assertThat(ReadToken.keys(keySet))
        .isNotEmpty()
        .allSatisfy(key ->
            assertThat(key)
                .containsEntry("kty", "RSA")
                .containsEntry("use", "sig")
                .containsEntry("alg", "RS256")
                .containsOnlyKeys("kty", "use", "alg", "kid", "n", "e"));
  }

  @Test
  default void nothingOfASignInIsPrinted() {
    KnownUser user = USERS.getFirst();
    SignIn signIn = directory().signIn(user.name(), user.password());
    Tokens tokens = tokensOf(signIn);
    assertThat(signIn.toString())
        .doesNotContain(tokens.accessToken(), tokens.idToken(), user.name())
        .doesNotContain(tokens.refreshToken().orElse("none"));
  }
}
