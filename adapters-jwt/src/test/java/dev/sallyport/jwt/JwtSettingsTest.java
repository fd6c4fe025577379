package dev.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtSettingsTest {
  private static final Set<SigningAlgorithm> RS256 = Set.of(SigningAlgorithm.RS256);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void allowOnlyRs256UnlessToldOtherwise() {
    assertThat(JwtSettings.of("issuer", Set.of("client")).algorithms()).isEqualTo(RS256);
  }

  @Test
  void cannotAllowAnythingSymmetricOrUnsigned() {
    for (String name : new String[] {"none", "HS256", "HS384", "HS512", "dir", "A128KW", "rs256"}) {
      assertThat(SigningAlgorithm.ofName(name)).as(name).isEmpty();
    }
  }

  @Test
  void refuseToAcceptNothingOrTooMuch() {
    refuses("", Set.of("client"), RS256, MINUTE);
    refuses("issuer", Set.of(), RS256, MINUTE);
    refuses("issuer", Set.of("client", " "), RS256, MINUTE);
    refuses("issuer", Set.of("client"), Set.of(), MINUTE);
    refuses("issuer", Set.of("client"), RS256, Duration.ofSeconds(-1));
    refuses("issuer", Set.of("client"), RS256, Duration.ofSeconds(301));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JwtSettings.of("issuer", Set.of("client"), Set.of("")));
  }

  private static void refuses(
      String issuer, Set<String> clients, Set<SigningAlgorithm> algorithms, Duration skew) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new JwtSettings(issuer, clients, Set.of(), algorithms, skew, KeyCaching.DEFAULT));
  }

  @Test
  void refuseCachingThatMakesNoSense() {
    for (Duration[] times :
        new Duration[][] {
          {Duration.ZERO, MINUTE, MINUTE, MINUTE},
          {MINUTE, Duration.ZERO, MINUTE, MINUTE},
          {MINUTE, MINUTE, Duration.ofSeconds(59), MINUTE},
          {MINUTE, MINUTE, MINUTE, Duration.ZERO}
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new KeyCaching(times[0], times[1], times[2], times[3]));
    }
  }
}
