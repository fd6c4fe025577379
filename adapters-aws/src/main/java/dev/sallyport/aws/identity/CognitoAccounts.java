package dev.sallyport.aws.identity;

import dagger.Lazy;
import dev.sallyport.application.identity.port.UserDirectory.Registration;
import dev.sallyport.application.identity.port.UserDirectory.Reset;
import dev.sallyport.aws.shared.Failures;
import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.domain.identity.Username;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
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
    try {
      done(() ->
          client
              .get()
              .signUp(request ->
                  request
                      .clientId(proof.clientId())
                      .secretHash(proof.of(username))
                      .username(username)
                      .password(password)
                      .userAttributes(attribute -> attribute.name("email").value(email))));
      return Registration.ACCEPTED;
    } catch (InvalidPasswordException weak) {
      return Registration.WEAK_PASSWORD;
    }
  }

  boolean confirm(String username, String code) {
    return Username.isPossible(username)
        && done(() ->
            client
                .get()
                .confirmSignUp(request ->
                    request
                        .clientId(proof.clientId())
                        .secretHash(proof.of(username))
                        .username(username)
                        .confirmationCode(code)));
  }

  void recover(String username) {
    if (Username.isPossible(username)) {
      done(() ->
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
    try {
      boolean changed =
          done(() ->
              client
                  .get()
                  .confirmForgotPassword(request ->
                      request
                          .clientId(proof.clientId())
                          .secretHash(proof.of(username))
                          .username(username)
                          .confirmationCode(code)
                          .password(password)));
      return changed ? Reset.DONE : Reset.WRONG_CODE;
    } catch (InvalidPasswordException weak) {
      return Reset.WEAK_PASSWORD;
    }
  }

  void revoke(String refreshToken) {
    done(() ->
        client
            .get()
            .revokeToken(request ->
                request
                    .clientId(proof.clientId())
                    .clientSecret(proof.clientSecret())
                    .token(refreshToken)));
  }

  /** Tells whether Cognito did it; why not is for nobody to know. */
  private static boolean done(Supplier<?> call) {
    return Failures.writing(
        PORT,
        () -> {
          try {
            call.get();
            return true;
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
            return false;
          }
        });
  }
}
