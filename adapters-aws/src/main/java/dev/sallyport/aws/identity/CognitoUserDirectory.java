package dev.sallyport.aws.identity;

import dagger.Lazy;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Challenged;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.secrets.DeploymentSecrets;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
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

  /** As {@code SignUp} takes them; nobody is called otherwise. */
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");

  private final Lazy<CognitoIdentityProviderClient> client;
  private final DeploymentSecrets secrets;
  private final String clientId;

  @Inject
  CognitoUserDirectory(
      Lazy<CognitoIdentityProviderClient> client,
      DeploymentSecrets secrets,
      CognitoSettings settings) {
    this.client = client;
    this.secrets = secrets;
    this.clientId = settings.clientId();
  }

  @Override
  public SignIn signIn(String username, String password) {
    if (!isPossible(username, password)) {
      return new Denied(); // nobody can be called so, which tells nothing about anybody
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", username);
    parameters.put("PASSWORD", password);
    secrets
        .cognitoClientSecret()
        .ifPresent(
            secret -> parameters.put("SECRET_HASH", SecretHash.of(username, clientId, secret)));
    return Failures.reading(PORT, () -> ask(parameters));
  }

  private SignIn ask(Map<String, String> parameters) {
    try {
      return answer(
          client
              .get()
              .initiateAuth(request ->
                  request
                      .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                      .clientId(clientId)
                      .authParameters(parameters)));
    } catch (NotAuthorizedException
        | UserNotFoundException
        | UserNotConfirmedException
        | PasswordResetRequiredException
        | InvalidPasswordException refused) {
      return new Denied();
    }
  }

  private static SignIn answer(InitiateAuthResponse response) {
    @Nullable String challenge = response.challengeNameAsString();
    if (challenge != null) {
      return new Challenged(challenge, required(response.session(), "session"));
    }
    @Nullable AuthenticationResultType result = response.authenticationResult();
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
    return username.length() <= 2 * 128
        && USERNAME.matcher(username).matches()
        && !password.isEmpty()
        && password.length() <= MOST_PASSWORD
        && StandardCharsets.UTF_8.newEncoder().canEncode(password);
  }
}
