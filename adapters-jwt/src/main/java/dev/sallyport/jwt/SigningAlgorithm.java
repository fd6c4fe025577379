package dev.sallyport.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.util.Optional;

/**
 * A way of signing that a deployment can allow: RSA in its two forms, which is all that Amazon
 * Cognito and the embedded directory use.
 *
 * <p>{@code none} and the symmetric algorithms are no constants here, so that no configuration can
 * allow them (<a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725, section
 * 3.1</a>).
 */
public enum SigningAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256(JWSAlgorithm.RS256),
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384(JWSAlgorithm.RS384),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512(JWSAlgorithm.RS512),
  /** RSASSA-PSS with SHA-256. */
  PS256(JWSAlgorithm.PS256),
  /** RSASSA-PSS with SHA-384. */
  PS384(JWSAlgorithm.PS384),
  /** RSASSA-PSS with SHA-512. */
  PS512(JWSAlgorithm.PS512);

  private final JWSHeader header;

  SigningAlgorithm(JWSAlgorithm algorithm) {
    this.header = new JWSHeader(algorithm);
  }

  /** Returns the algorithm of that name, spelled exactly so. */
  static Optional<SigningAlgorithm> ofName(Object name) {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.name().equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Returns a header that says this algorithm and nothing else, for the library. */
  JWSHeader header() {
    return header;
  }
}
