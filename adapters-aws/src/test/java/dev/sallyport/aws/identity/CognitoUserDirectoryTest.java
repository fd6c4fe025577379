package dev.sallyport.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.identity.port.UserDirectory.SignIn;
import dev.sallyport.application.identity.port.UserDirectory.Tokens;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.secrets.GivenSecrets;
import dev.sallyport.aws.shared.CannedHttp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class CognitoUserDirectoryTest {
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/x-amz-json-1.1");

  private final CannedHttp http = new CannedHttp();

  private CognitoUserDirectory directory(Optional<String> clientSecret) {
    CognitoIdentityProviderClient client =
        CognitoIdentityProviderClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(http)
            .overrideConfiguration(override ->
                override
                    .retryStrategy(RetryMode.STANDARD)
                    .retryStrategy(strategy -> strategy.maxAttempts(1)))
            .build();
    CognitoClientProof proof =
        new CognitoClientProof(
            new GivenSecrets(List.of(), clientSecret, Optional.empty()),
            new CognitoSettings("client4711"));
    return new CognitoUserDirectory(() -> client, proof, new CognitoAccounts(() -> client, proof));
  }

  private SignIn signIn() {
    return directory(Optional.empty()).signIn("tess", "pass word");
  }

  private void refuse(int status, String type) {
    http.answer(status, JSON, "{\"__type\":\"" + type + "\",\"message\":\"something about tess\"}");
  }

  @Test
  void aPasswordIsCheckedByTheFlowForPasswordsWithoutCredentials() {
    http.answer(
        200,
        JSON,
        "{\"AuthenticationResult\":{\"AccessToken\":\"a\",\"IdToken\":\"i\",\"RefreshToken\":\"r\","
            + "\"ExpiresIn\":3600,\"TokenType\":\"Bearer\"},\"ChallengeParameters\":{}}");
    assertThat(signIn())
        .isEqualTo(
            new SignIn.SignedIn(new Tokens("a", "i", Optional.of("r"), Duration.ofHours(1))));
    CannedHttp.Request request = http.requests().getFirst();
    assertThat(request.header("X-Amz-Target"))
        .isEqualTo("AWSCognitoIdentityProviderService.InitiateAuth");
    assertThat(request.head().getUri()).hasScheme("https");
    assertThat(request.header("Authorization")).isEqualTo("none");
    assertThat(request.body())
        .contains("\"AuthFlow\":\"USER_PASSWORD_AUTH\"")
        .contains("\"ClientId\":\"client4711\"")
        .contains("\"USERNAME\":\"tess\"")
        .contains("\"PASSWORD\":\"pass word\"")
        .doesNotContain("SECRET_HASH");
  }

  @Test
  void anAppClientWithASecretProvesIt() {
    refuse(400, "NotAuthorizedException");
    directory(Optional.of("client-secret")).signIn("tess", "p");
    // printf 'tessclient4711' | openssl dgst -sha256 -hmac 'client-secret' -binary | base64
    assertThat(http.requests().getFirst().body())
        .contains("\"SECRET_HASH\":\"5azK67twusBLBhzv0xG+UTZRl2YVDEFSpD4LR3mQH/E=\"");
  }

  @TestFactory
  Stream<DynamicTest> whateverCognitoSaysAgainstASignInIsDenied() {
    return Stream.of(
            "NotAuthorizedException",
            "UserNotFoundException",
            "UserNotConfirmedException",
            "PasswordResetRequiredException",
            "InvalidPasswordException")
        .map(type ->
            DynamicTest.dynamicTest(
                type,
                () -> {
                  refuse(400, type);
                  assertThat(signIn()).isEqualTo(new SignIn.Denied());
                }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotTheUsersFaultIsUnavailable() {
    return Stream.of(
            "TooManyRequestsException",
            "LimitExceededException",
            "InvalidParameterException",
            "ResourceNotFoundException",
            "InternalErrorException")
        .map(type ->
            DynamicTest.dynamicTest(
                type,
                () -> {
                  refuse(type.startsWith("Internal") ? 500 : 400, type);
                  assertThatExceptionOfType(PortUnavailableException.class)
                      .isThrownBy(this::signIn)
                      .withMessageNotContaining("tess");
                }));
  }

  @Test
  void aBrokenConnectionIsUnavailable() {
    http.fail("reset");
    assertThatExceptionOfType(PortUnavailableException.class).isThrownBy(this::signIn);
  }

  @Test
  void aChallengeIsHandedOnWithItsSession() {
    http.answer(
        200,
        JSON,
        "{\"ChallengeName\":\"NEW_PASSWORD_REQUIRED\",\"Session\":\"s1\",\"ChallengeParameters\":{}}");
    assertThat(signIn()).isEqualTo(new SignIn.Challenged("NEW_PASSWORD_REQUIRED", "s1"));
  }

  @Test
  void anAnswerWithoutTokensOrChallengeIsCorrupt() {
    for (String answer :
        List.of(
            "{}",
            "{\"AuthenticationResult\":{\"AccessToken\":\"a\"}}",
            "{\"ChallengeName\":\"SMS_MFA\"}")) {
      http.answer(200, JSON, answer);
      assertThatExceptionOfType(CorruptDataException.class).isThrownBy(this::signIn);
    }
  }

  @Test
  void whatNobodyCanBeCalledIsNotEvenAsked() {
    CognitoUserDirectory directory = directory(Optional.empty());
    for (String name : List.of("", " ", "a b", "a\u0000", "\ud83d", "x".repeat(129))) {
      assertThat(directory.signIn(name, "p")).isEqualTo(new SignIn.Denied());
    }
    for (String password : List.of("", "x".repeat(257), "\ud83d")) {
      assertThat(directory.signIn("tess", password)).isEqualTo(new SignIn.Denied());
    }
    assertThat(http.requests()).isEmpty();
  }
}
