package dev.sallyport.aws.identity;

import dagger.Lazy;
import dev.sallyport.application.identity.port.UserDirectory.Registration;
import dev.sallyport.application.identity.port.UserDirectory.Reset;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.domain.identity.Username;
import jakarta.inject.Inject;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * Has Cognito take new users and give forgotten passwords back, and makes one answer of all that
 * would tell whether a user exists.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html">SignUp</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html">ForgotPassword</a>
 */
final class CognitoAccounts {
  private static final String PORT = "user directory";

  private final Lazy<CognitoIdentityProviderClient> client;
  private final CognitoClientProof proof;

  @Inject
  CognitoAccounts(Lazy<CognitoIdentityProviderClient> client, CognitoClientProof proof) {
    this.client = client;
    this.proof = proof;
  }

  Registration register(String username, String password, String email) {
    if (!PasswordPolicy.admits(password)) {
      return Registration.WEAK_PASSWORD;
    }
    if (!Username.isPossible(username)) {
      return Registration.ACCEPTED;
    }
    Answer answer =
        ask(() ->
            client
                .get()
                .signUp(request ->
                    request
                        .clientId(proof.clientId())
                        .secretHash(proof.of(username))
                        .username(username)
                        .password(password)
                        .userAttributes(
                            AttributeType.builder().name("email").value(email).build())));
    return answer == Answer.WEAK_PASSWORD ? Registration.WEAK_PASSWORD : Registration.ACCEPTED;
  }

  boolean confirm(String username, String code) {
    return Username.isPossible(username)
        && ask(() ->
            client
                .get()
                .confirmSignUp(request ->
                    request
                        .clientId(proof.clientId())
                        .secretHash(proof.of(username))
                        .username(username)
                        .confirmationCode(code)))
            == Answer.DONE;
  }

  void recover(String username) {
    if (Username.isPossible(username)) {
      ask(() ->
          client
              .get()
              .forgotPassword(request ->
                  request
                      .clientId(proof.clientId())
                      .secretHash(proof.of(username))
                      .username(username)));
    }
  }

  Reset reset(String username, String code, String password) {
    if (!PasswordPolicy.admits(password)) {
      return Reset.WEAK_PASSWORD;
    }
    if (!Username.isPossible(username)) {
      return Reset.WRONG_CODE;
    }
    Answer answer =
        ask(() ->
            client
                .get()
                .confirmForgotPassword(request ->
                    request
                        .clientId(proof.clientId())
                        .secretHash(proof.of(username))
                        .username(username)
                        .confirmationCode(code)
                        .password(password)));
    return switch (answer) {
      case DONE -> Reset.DONE;
      case REFUSED -> Reset.WRONG_CODE;
      case WEAK_PASSWORD -> Reset.WEAK_PASSWORD;
    };
  }

  void revoke(String refreshToken) {
    ask(() ->
        client
            .get()
            .revokeToken(request ->
                request
                    .clientId(proof.clientId())
                    .clientSecret(proof.clientSecret())
                    .token(refreshToken)));
  }

  /** What Cognito said; why it refused is for nobody to know. */
  private enum Answer {
    DONE,
    REFUSED,
    WEAK_PASSWORD
  }

  private static Answer ask(Runnable call) {
    return Failures.writing(
        PORT,
        () -> {
          try {
            call.run();
            return Answer.DONE;
          } catch (InvalidPasswordException weak) {
            return Answer.WEAK_PASSWORD;
          } catch (UsernameExistsException
              | UserNotFoundException
              | UserNotConfirmedException
              | NotAuthorizedException
              | CodeMismatchException
              | ExpiredCodeException
              | CodeDeliveryFailureException
              | LimitExceededException
              | TooManyFailedAttemptsException
              | UnsupportedTokenTypeException
              | InvalidParameterException refused) {
            return Answer.REFUSED;
          }
        });
  }
}
