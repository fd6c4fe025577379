package dev.sallyport.jwt;

import java.time.Duration;
import java.util.Set;

/**
 * Whose tokens a deployment accepts.
 *
 * @param issuer the exact {@code iss} of every token; for Amazon Cognito {@code
 *     https://cognito-idp.<region>.amazonaws.com/<pool id>}
 * @param clientIds the app clients whose tokens are accepted, at least one
 * @param audiences the names of this deployment as a resource server, often none. Cognito's access
 *     tokens have no {@code aud} unless their client asked for a token bound to a <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html#cognito-user-pools-resource-binding">resource</a>;
 *     a token that has one must name one of these or one of the clients there (<a
 *     href="https://www.rfc-editor.org/rfc/rfc8725#section-3.9">RFC 8725, section 3.9</a>)
 * @param algorithms how tokens may be signed, at least one
 * @param skew how far clocks may differ, zero to five minutes
 * @param keyCaching how published keys are kept
 */
public record JwtSettings(
    String issuer,
    Set<String> clientIds,
    Set<String> audiences,
    Set<SigningAlgorithm> algorithms,
    Duration skew,
    KeyCaching keyCaching) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  /** Copies the sets and rejects what would accept nothing or too much. */
  public JwtSettings {
    clientIds = Set.copyOf(clientIds);
    audiences = Set.copyOf(audiences);
    algorithms = Set.copyOf(algorithms);
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("an issuer is needed");
    }
    if (clientIds.isEmpty() || clientIds.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("at least one client id is needed, and none may be blank");
    }
    if (audiences.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an audience must not be blank");
    }
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("at least one algorithm is needed");
    }
    if (skew.isNegative() || skew.compareTo(MOST_SKEW) > 0) {
      throw new IllegalArgumentException("the skew is zero to five minutes");
    }
  }

  /**
   * Returns the usual settings: no audience, RS256 only, 60 seconds of skew, {@link
   * KeyCaching#DEFAULT}.
   */
  public static JwtSettings of(String issuer, Set<String> clientIds) {
    return of(issuer, clientIds, Set.of());
  }

  /** Returns the usual settings with audiences. */
  public static JwtSettings of(String issuer, Set<String> clientIds, Set<String> audiences) {
    return new JwtSettings(
        issuer,
        clientIds,
        audiences,
        Set.of(SigningAlgorithm.RS256),
        Duration.ofSeconds(60),
        KeyCaching.DEFAULT);
  }
}
