package dev.sallyport.jwt;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.contract.identity.TestTokens;
import dev.sallyport.contract.identity.TokenVerifierContract;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

class JwtTokenVerifierTest implements TokenVerifierContract {
  /** The usual times, but for a patience that no busy machine exhausts. */
  private static final KeyCaching CACHING =
      new KeyCaching(
          KeyCaching.DEFAULT.freshFor(),
          KeyCaching.DEFAULT.fetchInterval(),
          KeyCaching.DEFAULT.staleFor(),
          Duration.ofSeconds(30));

  @Override
  public TokenVerifier verifier(KeySetSource keys, Clock clock) {
    JwtSettings usual =
        JwtSettings.of(
            TestTokens.ISSUER, Set.of(TestTokens.CLIENT_ID), Set.of(TestTokens.AUDIENCE));
    JwtSettings settings =
        new JwtSettings(
            usual.issuer(),
            usual.clientIds(),
            usual.audiences(),
            usual.algorithms(),
            usual.skew(),
            CACHING);
    return new JwtTokenVerifier(
        new KeyCache(keys, settings, clock, new CountingMetrics()),
        new ClaimRules(settings, clock),
        settings);
  }
}
