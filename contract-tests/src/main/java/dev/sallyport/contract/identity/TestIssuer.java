package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Issues real access tokens, as Cognito has them, to products under test that have no directory of
 * users at hand; a test publishes {@link #keySet} where the product looks for it.
 */
public final class TestIssuer {
  private static final Duration LIFE = Duration.ofHours(1);

  private final String issuer;
  private final String clientId;
  private final Clock clock;

  /**
   * Makes one that needs nothing.
   *
   * @param issuer the {@code iss} of its tokens
   * @param clientId the app client that they are for
   */
  public TestIssuer(String issuer, String clientId, Clock clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
  }

  /** Returns the set of its one key. */
  public static String keySet() {
    return PublishedKeys.keySet(TestKey.GENUINE.jwk(TestTokens.KID));
  }

  /**
   * Returns an access token that lives for an hour from now.
   *
   * @param username letters and digits
   * @param groups those of the user, such as {@code triager}
   */
  public String accessToken(String username, List<String> groups) {
    Instant now = clock.instant();
    String subject = UUID.nameUUIDFromBytes(TestKey.utf8(issuer + " " + username)).toString();
    JsonText claims =
        TestTokens.access()
            .with("sub", text(subject))
            .with("username", text(username))
            .with(
                "cognito:groups",
                groups.stream().map(JsonText::text).collect(Collectors.joining(",", "[", "]")))
            .with("iss", text(issuer))
            .with("client_id", text(clientId))
            .with("auth_time", seconds(now))
            .with("iat", seconds(now))
            .with("exp", seconds(now.plus(LIFE)));
    return TestKey.GENUINE.sign(TestTokens.header(), claims);
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }
}
