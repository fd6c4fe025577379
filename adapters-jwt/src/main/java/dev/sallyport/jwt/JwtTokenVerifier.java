package dev.sallyport.jwt;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Refused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies JSON Web Tokens against published keys, in the order of {@link TokenVerifier.Cause}:
 * form, algorithm, key, signature, and only then what the token claims.
 *
 * <p>A key comes from the configured publisher or not at all: a token that brings a key along, or
 * the address of one, is refused (<a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.10">RFC
 * 8725, section 3.10</a>). So is one with critical extensions, as none is understood here (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11">RFC 7515, section 4.1.11</a>).
 *
 * <p>Verdicts are not remembered: a signature costs some 50 microseconds to check, and a memory of
 * tokens would be one more place to keep secrets in.
 */
@Singleton
final class JwtTokenVerifier implements TokenVerifier {
  private static final Set<String> EXTENSIONS = Set.of("crit", "b64");
  private static final Set<String> KEYS_BROUGHT_ALONG = Set.of("jwk", "jku", "x5u", "x5c");

  private final KeyCache keys;
  private final ClaimRules rules;
  private final Set<SigningAlgorithm> algorithms;

  @Inject
  JwtTokenVerifier(KeyCache keys, ClaimRules rules, JwtSettings settings) {
    this.keys = keys;
    this.rules = rules;
    this.algorithms = settings.algorithms();
  }

  @Override
  public TokenVerdict verify(String token) {
    Optional<CompactToken> parsed =
        CompactToken.parse(token).filter(parts -> !parts.headerHasAny(EXTENSIONS));
    if (parsed.isEmpty()) {
      return new Refused(Cause.MALFORMED);
    }
    CompactToken parts = parsed.get();
    Optional<SigningAlgorithm> algorithm = parts.algorithm().filter(algorithms::contains);
    if (algorithm.isEmpty()) {
      return new Refused(Cause.ALGORITHM);
    }
    Optional<VerificationKey> key = key(parts, algorithm.get());
    if (key.isEmpty()) {
      return new Refused(Cause.KEY);
    }
    if (!key.get().hasSigned(parts, algorithm.get())) {
      return new Refused(Cause.SIGNATURE);
    }
    return rules.judge(parts);
  }

  private Optional<VerificationKey> key(CompactToken token, SigningAlgorithm algorithm) {
    if (token.headerHasAny(KEYS_BROUGHT_ALONG)) {
      return Optional.empty();
    }
    return token.keyId().flatMap(keys::find).filter(key -> key.allows(algorithm));
  }
}
