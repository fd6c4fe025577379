package dev.sallyport.inmemory.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.identity.Role;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Makes the id and access tokens of one sign-in, claim for claim like Amazon Cognito's (<a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">access
 * token</a>, <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">id
 * token</a>).
 */
final class TokenMint {
  /** How long access and id tokens live; Cognito's default. */
  static final Duration LIFE = Duration.ofHours(1);

  private final InMemoryIdentitySettings settings;
  private final SigningKey key;
  private final IdGenerator ids;
  private final Clock clock;

  @Inject
  TokenMint(InMemoryIdentitySettings settings, SigningKey key, IdGenerator ids, Clock clock) {
    this.settings = settings;
    this.key = key;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A pair that belongs together.
   *
   * @param access for the {@code Authorization} header
   * @param id who the user is
   */
  record Pair(String access, String id) {
    @Override
    public String toString() {
      return "Pair[redacted]";
    }
  }

  /**
   * Makes a pair for an account.
   *
   * @param origin names the sign-in that it comes from
   * @param signedIn when that was
   */
  Pair mint(Account account, String origin, Instant signedIn) {
    JWTClaimsSet.Builder access =
        claims(account, "access", origin, signedIn)
            .claim("client_id", settings.clientId())
            .claim("scope", "aws.cognito.signin.user.admin")
            .claim("username", account.name());
    JWTClaimsSet.Builder id =
        claims(account, "id", origin, signedIn)
            .audience(settings.clientId())
            .claim("cognito:username", account.name());
    return new Pair(sign(access.build()), sign(id.build()));
  }

  private JWTClaimsSet.Builder claims(
      Account account, String use, String origin, Instant signedIn) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(account.subject().value())
            .issuer(settings.issuer())
            .claim("origin_jti", origin)
            .claim("token_use", use)
            .claim("auth_time", signedIn.getEpochSecond())
            .expirationTime(Date.from(now.plus(LIFE)))
            .issueTime(Date.from(now))
            .jwtID(ids.newId().toString());
    // A user without groups has no such claim, rather than an empty one.
    return account.roles().isEmpty()
        ? claims
        : claims.claim(
            "cognito:groups", account.roles().stream().map(Role::group).sorted().toList());
  }

  private String sign(JWTClaimsSet claims) {
    RSAKey signer = key.get();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(signer));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform signs with RSA", e);
    }
    return token.serialize();
  }
}
