package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.lambda.event.RecordedEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerFunctionTest {
  private static final String GENUINE = "header.claims.signature";
  private static final Principal PRINCIPAL =
      new Principal(new Subject("5f0c6b0e-3d0a-4a52-9d7b-000000000001"), "tess", Set.of());

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<String> judged = new ArrayList<>();
  private Cause cause = Cause.MALFORMED;

  private TokenVerdict verdict(String token) {
    judged.add(token);
    return token.equals(GENUINE)
        ? new TokenVerdict.Verified(PRINCIPAL)
        : new TokenVerdict.Refused(cause);
  }

  private AuthorizerFunction function(TokenVerifier verifier) {
    return new AuthorizerFunction(verifier, metrics, metrics);
  }

  private String ask(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function(this::verdict).handle(RecordedEvents.stream(event), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String askWith(String authorization) throws IOException {
    return ask(Events.authorizer("POST", "/avatars", Map.of("authorization", authorization)));
  }

  @Test
  void aGenuineTokenIsAuthorized() throws IOException {
    assertThat(ask(RecordedEvents.text("authorizer.json"))).isEqualTo("{\"isAuthorized\":true}");
    assertThat(metrics.flushed).containsExactly("authorizer.answers result authorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer " + GENUINE,
        "bearer " + GENUINE,
        "BEARER " + GENUINE,
        "Bearer   " + GENUINE + " "
      })
  void theSchemeIsReadAsTheStandardHasIt(String authorization) throws IOException {
    assertThat(askWith(authorization)).isEqualTo("{\"isAuthorized\":true}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Basic dXNlcjpwYXNz", GENUINE, "Token " + GENUINE})
  void whoShowsNoTokenIsNot(String authorization) throws IOException {
    assertThat(askWith(authorization)).isEqualTo("{\"isAuthorized\":false}");
    assertThat(judged).isEmpty();
    assertThat(metrics.flushed).containsExactly("authorizer.answers result no_token");
  }

  @Test
  void twoTokensAreNone() throws IOException {
    assertThat(askWith("Bearer " + GENUINE + ", Bearer " + GENUINE))
        .isEqualTo("{\"isAuthorized\":false}");
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void aTokenThatIsRefusedIsCountedByItsCauseAndNotNamed(Cause why) throws IOException {
    cause = why;
    assertThat(askWith("Bearer forged")).isEqualTo("{\"isAuthorized\":false}");
    assertThat(metrics.flushed)
        .containsExactly("authorizer.answers result " + why.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void aPreflightIsLetThroughAndNothingElseWithoutAToken() throws IOException {
    assertThat(ask(Events.authorizer("OPTIONS", "/avatars", Map.of())))
        .isEqualTo("{\"isAuthorized\":true}");
    for (String method : List.of("", "options", "OPTIONS ", "GET", "HEAD", "TRACE")) {
      assertThat(ask(Events.authorizer(method, "/avatars", Map.of())))
          .as(method)
          .isEqualTo("{\"isAuthorized\":false}");
    }
    assertThat(ask("{}")).isEqualTo("{\"isAuthorized\":false}");
    assertThat(ask("{\"httpMethod\":\"OPTIONS\",\"methodArn\":\"arn\"}"))
        .as("payload 1.0")
        .isEqualTo("{\"isAuthorized\":false}");
  }

  @Test
  void withoutKeysThereIsNoVerdict() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AuthorizerFunction function =
        function(token -> {
          throw new PortUnavailableException(token, new IOException(token));
        });
    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() ->
            function.handle(RecordedEvents.stream(RecordedEvents.text("authorizer.json")), out))
        .withMessage("a token could not be judged")
        .withNoCause();
    assertThat(out.size()).isZero();
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void whatIsNoEventFailsTheInvocation() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ask("{\"headers\":{\"authorization\":\"Bearer " + GENUINE))
        .withNoCause()
        .withMessageNotContaining(GENUINE);
  }

  @Test
  void practiceLeavesNoTrace() {
    function(this::verdict).practise();
    assertThat(judged).containsExactly("practice");
    assertThat(metrics.pending).isEmpty();
    assertThat(metrics.flushes).isZero();
  }
}
