package dev.sallyport.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published RSA key that signatures can be checked with, and nothing else.
 *
 * <p>Moduli have 2,048 to 8,192 bits: less is too weak (<a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.3">RFC 7518, section 3.3</a>), more only
 * costs time.
 */
final class VerificationKey {
  private static final int MIN_BITS = 2048;
  private static final int MAX_BITS = 8192;
  private static final int MAX_ID_LENGTH = 256;

  private final String id;
  private final @Nullable String onlyAlgorithm;
  private final JWSVerifier verifier;

  private VerificationKey(String id, @Nullable String onlyAlgorithm, JWSVerifier verifier) {
    this.id = id;
    this.onlyAlgorithm = onlyAlgorithm;
    this.verifier = verifier;
  }

  /** Reads one entry of a key set; nothing when it is no key for this purpose. */
  static Optional<VerificationKey> ofJwk(Map<String, Object> jwk) {
    if (!KeyType.RSA.getValue().equals(jwk.get("kty"))) {
      return Optional.empty();
    }
    try {
      RSAKey key = RSAKey.parse(jwk);
      String id = key.getKeyID();
      if (id == null || id.isEmpty() || id.length() > MAX_ID_LENGTH || !fitsPurpose(key)) {
        return Optional.empty();
      }
      String algorithm = key.getAlgorithm() == null ? null : key.getAlgorithm().getName();
      return Optional.of(
          new VerificationKey(id, algorithm, new RSASSAVerifier(key.toRSAPublicKey())));
    } catch (ParseException | JOSEException e) {
      return Optional.empty(); // a key set may hold keys for others
    }
  }

  private static boolean fitsPurpose(RSAKey key) {
    return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
        && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
        && key.size() >= MIN_BITS
        && key.size() <= MAX_BITS;
  }

  /** Returns the {@code kid}. */
  String id() {
    return id;
  }

  /** Tells whether the publisher lets this key be used with the algorithm. */
  boolean allows(SigningAlgorithm algorithm) {
    return onlyAlgorithm == null || onlyAlgorithm.equals(algorithm.name());
  }

  /** Tells whether the signature is this key's. */
  boolean hasSigned(CompactToken token, SigningAlgorithm algorithm) {
    try {
      return verifier.verify(algorithm.header(), token.signedBytes(), token.signature());
    } catch (JOSEException e) {
      throw new IllegalStateException("this platform cannot check " + algorithm, e);
    }
  }
}
