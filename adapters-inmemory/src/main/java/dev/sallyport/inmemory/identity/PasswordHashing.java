package dev.sallyport.inmemory.identity;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns passwords into what is compared: slowly into hashes that can be kept, and fast into
 * fingerprints that mean nothing outside this process.
 *
 * <p>Half of the processors may hash at a time, so that guessing passwords does not stop everything
 * else.
 */
@Singleton
final class PasswordHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int FINGERPRINT_KEY_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final IdGenerator ids;
  private final int iterations;
  private final SecretKeySpec fingerprintKey;
  private final Semaphore turns;
  private final Duration patience;

  @Inject
  PasswordHashing(IdGenerator ids, InMemoryIdentitySettings settings) {
    this(
        ids,
        settings.passwordIterations(),
        new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true),
        PATIENCE);
  }

  PasswordHashing(IdGenerator ids, int iterations, Semaphore turns, Duration patience) {
    this.ids = ids;
    this.iterations = iterations;
    this.fingerprintKey = new SecretKeySpec(ids.newSecret(FINGERPRINT_KEY_BYTES), "HmacSHA256");
    this.turns = turns;
    this.patience = patience;
  }

  byte[] newSalt() {
    return ids.newSecret(SALT_BYTES);
  }

  /**
   * Hashes with PBKDF2-HMAC-SHA256 (<a
   * href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, section 5.2</a>); slow on
   * purpose.
   *
   * @throws PortUnavailableException when so many others hash that no turn came in 5 seconds
   */
  byte[] hash(String password, byte[] salt) {
    awaitTurn();
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform cannot hash passwords", e);
    } finally {
      spec.clearPassword();
      turns.release();
    }
  }

  /** Returns a keyed digest; the key is random and dies with the process. */
  byte[] fingerprint(String password) {
    try {
      Mac mac = Mac.getInstance(fingerprintKey.getAlgorithm());
      mac.init(fingerprintKey);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private void awaitTurn() {
    boolean ours = false;
    try {
      ours = turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ours) {
      throw new PortUnavailableException("too many sign-ins at once", null);
    }
  }
}
