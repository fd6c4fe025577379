package dev.sallyport.inmemory.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key of 2,048 bits that tokens are signed with; dies with the process.
 *
 * <p>Made when it is first needed, because finding primes costs 50 to 800 ms that a start should
 * not wait for. Its id is its thumbprint (<a href="https://www.rfc-editor.org/rfc/rfc7638">RFC
 * 7638</a>).
 */
@Singleton
final class SigningKey {
  private static final int BITS = 2048;

  private @Nullable RSAKey key; // guarded by this

  @Inject
  SigningKey() {}

  synchronized RSAKey get() {
    if (key == null) {
      key = generate();
    }
    return key;
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }
}
