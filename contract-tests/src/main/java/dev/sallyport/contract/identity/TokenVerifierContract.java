package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;
import static dev.sallyport.contract.identity.TestTokens.NOW;
import static dev.sallyport.contract.identity.TestTokens.access;
import static dev.sallyport.contract.identity.TestTokens.at;
import static dev.sallyport.contract.identity.TestTokens.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Refused;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Verified;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link TokenVerifier} must keep: which tokens it accepts. */
public interface TokenVerifierContract extends VerificationKeysContract {
  private TokenVerifier verifierNow() {
    return verifier(PublishedKeys.ofTrustedIssuer(), new MutableClock(NOW));
  }

  private static String tokenOf(JsonText claims) {
    return TestKey.GENUINE.sign(header(), claims);
  }

  @Test
  default void acceptsAGenuineTokenWithItsRoles() {
    assertThat(verifierNow().verify(TestTokens.genuine()))
        .isEqualTo(
            new Verified(
                new Principal(new Subject(TestTokens.SUBJECT), "tess", Set.of(Role.TRIAGER))));
  }

  @TestFactory
  default Stream<DynamicTest> acceptsWhatIsUnusualAndGenuine() {
    TokenVerifier verifier = verifierNow();
    Map<String, String> tokens = new HashMap<>();
    tokens.put("expired within the skew", tokenOf(access().with("exp", at(-59))));
    tokens.put("issued within the skew", tokenOf(access().with("iat", at(60))));
    tokens.put("starts within the skew", tokenOf(access().with("nbf", at(60))));
    tokens.put("started long ago", tokenOf(access().with("nbf", "0").with("iat", "0")));
    tokens.put("no groups", tokenOf(access().without("cognito:groups")));
    tokens.put("strange groups", tokenOf(access().with("cognito:groups", "[\"Admin\",\"\"]")));
    tokens.put("audience names us", tokenOf(access().with("aud", text(TestTokens.CLIENT_ID))));
    tokens.put("bound to our resource", tokenOf(access().with("aud", text(TestTokens.AUDIENCE))));
    tokens.put("unknown claims", tokenOf(access().with("x", "{\"a\":[1,null,{}]}")));
    tokens.put("typ JWT", TestKey.GENUINE.sign(header().with("typ", text("JWT")), access()));
    tokens.put("typ at+jwt", TestKey.GENUINE.sign(header().with("typ", text("at+jwt")), access()));
    tokens.put("unknown header", TestKey.GENUINE.sign(header().with("x", "1"), access()));
    tokens.put(
        "name under its other claim",
        tokenOf(access().without("username").with("cognito:username", text("t\u00e9ss"))));
    return tokens.entrySet().stream()
        .map(token ->
            DynamicTest.dynamicTest(
                token.getKey(),
                () -> assertThat(verifier.verify(token.getValue())).isInstanceOf(Verified.class)));
  }

  @TestFactory
  default Stream<DynamicTest> refusesForgedTokensByTheFirstCheckTheyFail() {
    TokenVerifier verifier = verifierNow();
    return ForgedTokens.all()
        .map(forgery ->
            DynamicTest.dynamicTest(
                forgery.toString(),
                () ->
                    assertThat(verifier.verify(forgery.token()))
                        .isEqualTo(new Refused(forgery.cause()))));
  }

  @Test
  default void refusesEveryTruncation() {
    TokenVerifier verifier = verifierNow();
    String genuine = TestTokens.genuine();
    for (int end = 0; end < genuine.length(); end++) {
      assertThat(verifier.verify(genuine.substring(0, end)))
          .as("the first %d characters", end)
          .isIn(new Refused(Cause.MALFORMED), new Refused(Cause.SIGNATURE));
    }
  }

  @Test
  default void refusesEveryOtherSpellingOfAGenuineToken() {
    TokenVerifier verifier = verifierNow();
    String genuine = TestTokens.genuine();
    long seed = 20_260_301L;
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      StringBuilder mutated = new StringBuilder(genuine);
      int at = random.nextInt(genuine.length());
      switch (random.nextInt(3)) {
        case 0 -> mutated.setCharAt(at, (char) (genuine.charAt(at) ^ (1 << random.nextInt(7))));
        case 1 -> mutated.deleteCharAt(at);
        default -> mutated.insert(at, (char) random.nextInt(' ', 0x100));
      }
      if (!mutated.toString().contentEquals(genuine)) {
        assertThat(verifier.verify(mutated.toString()))
            .as("seed %d, round %d, at %d", seed, round, at)
            .isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  default void refusesATokenWhoseTimeEndsWhileItIsInUse() {
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(PublishedKeys.ofTrustedIssuer(), clock);
    String token = TestTokens.genuine();
    clock.advance(Duration.ofSeconds(3659));
    assertThat(verifier.verify(token)).isInstanceOf(Verified.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(verifier.verify(token)).isEqualTo(new Refused(Cause.EXPIRED));
  }
}
