package dev.sallyport.aws.identity;

import dagger.Lazy;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Challenged;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.WeakPassword;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.domain.identity.Username;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Has Cognito check passwords, by <a
 * href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html">InitiateAuth</a>
 * with the flow {@code USER_PASSWORD_AUTH}, over TLS.
 *
 * <p>Whatever Cognito says against a sign-in becomes the one answer that tells nothing: a disabled
 * or unconfirmed user, one who must reset the password, and nobody at all. That a user who does not
 * exist takes as long as one who does is Cognito's promise ({@code PreventUserExistenceErrors}).
 */
@Singleton
final class CognitoUserDirectory implements UserDirectory {
  private static final String PORT = "user directory";
  private static final int MOST_PASSWORD = 256;

  /** Of an access token whose app client says nothing; compatible servers do not tell it. */
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private static final String NEW_PASSWORD = "NEW_PASSWORD_REQUIRED";

  private final Lazy<CognitoIdentityProviderClient> client;
  private final CognitoClientProof proof;
  private final CognitoAccounts accounts;

  @Inject
  CognitoUserDirectory(
      Lazy<CognitoIdentityProviderClient> client,
      CognitoClientProof proof,
      CognitoAccounts accounts) {
    this.client = client;
    this.proof = proof;
    this.accounts = accounts;
  }

  @Override
  public SignIn signIn(String username, String password) {
    if (!isPossible(username, password)) {
      return new Denied(); // nobody can be called so, which tells nothing about anybody
    }
    return Failures.reading(
        PORT,
        () -> {
          try {
            return unlessRefused(() ->
                answer(
                    begin(
                        AuthFlowType.USER_PASSWORD_AUTH,
                        proof.with(username, Map.of("USERNAME", username, "PASSWORD", password)))));
          } catch (InvalidPasswordException impossible) {
            return new Denied();
          }
        });
  }

  @Override
  public SignIn chooseNewPassword(String username, String session, String password) {
    if (!PasswordPolicy.admits(password)) {
      return new WeakPassword();
    }
    if (!isPossible(username, password)) {
      return new Denied();
    }
    Map<String, String> responses =
        proof.with(username, Map.of("USERNAME", username, "NEW_PASSWORD", password));
    return Failures.writing(
        PORT,
        () -> {
          try {
            return unlessRefused(() -> respond(session, responses));
          } catch (InvalidPasswordException weak) {
            return new WeakPassword();
          } catch (InvalidParameterException notASession) {
            return new Denied();
          }
        });
  }

  @Override
  public Optional<Tokens> refresh(String refreshToken, Optional<String> username) {
    Map<String, String> parameters =
        proof.with(username.orElse(""), Map.of("REFRESH_TOKEN", refreshToken));
    SignIn result =
        Failures.reading(
            PORT,
            () -> {
              try {
                return unlessRefused(
                    () -> answer(begin(AuthFlowType.REFRESH_TOKEN_AUTH, parameters)));
              } catch (InvalidParameterException notAToken) {
                return new Denied();
              }
            });
    return result instanceof SignedIn(Tokens tokens) ? Optional.of(tokens) : Optional.empty();
  }

  @Override
  public void signOut(String refreshToken) {
    accounts.revoke(refreshToken);
  }

  @Override
  public Registration register(String username, String password, String email) {
    return accounts.register(username, password, email);
  }

  @Override
  public boolean confirm(String username, String code) {
    return accounts.confirm(username, code);
  }

  @Override
  public void recover(String username) {
    accounts.recover(username);
  }

  @Override
  public Reset reset(String username, String code, String password) {
    return accounts.reset(username, code, password);
  }

  private InitiateAuthResponse begin(AuthFlowType flow, Map<String, String> parameters) {
    return client
        .get()
        .initiateAuth(request ->
            request.authFlow(flow).clientId(proof.clientId()).authParameters(parameters));
  }

  private SignIn respond(String session, Map<String, String> responses) {
    RespondToAuthChallengeResponse response =
        client
            .get()
            .respondToAuthChallenge(request ->
                request
                    .challengeName(NEW_PASSWORD)
                    .clientId(proof.clientId())
                    .session(session)
                    .challengeResponses(responses));
    return answer(
        response.challengeNameAsString(), response.session(), response.authenticationResult());
  }

  private static SignIn unlessRefused(Supplier<SignIn> call) {
    try {
      return call.get();
    } catch (NotAuthorizedException
        | UserNotFoundException
        | UserNotConfirmedException
        | PasswordResetRequiredException
        | CodeMismatchException
        | ExpiredCodeException refused) {
      return new Denied();
    }
  }

  private static SignIn answer(InitiateAuthResponse response) {
    return answer(
        response.challengeNameAsString(), response.session(), response.authenticationResult());
  }

  private static SignIn answer(
      @Nullable String challenge,
      @Nullable String session,
      @Nullable AuthenticationResultType result) {
    if (challenge != null) {
      return new Challenged(challenge, required(session, "session"));
    }
    if (result == null) {
      throw new CorruptDataException("neither tokens nor a challenge came", null);
    }
    return new SignedIn(
        new Tokens(
            required(result.accessToken(), "access token"),
            required(result.idToken(), "id token"),
            Optional.ofNullable(result.refreshToken()),
            Optional.ofNullable(result.expiresIn()).map(Duration::ofSeconds).orElse(USUAL_LIFE)));
  }

  private static <T> T required(@Nullable T part, String what) {
    if (part == null) {
      throw new CorruptDataException("an answer came without its " + what, null);
    }
    return part;
  }

  private static boolean isPossible(String username, String password) {
    return Username.isPossible(username)
        && !password.isEmpty()
        && password.length() <= MOST_PASSWORD
        && StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }
}
