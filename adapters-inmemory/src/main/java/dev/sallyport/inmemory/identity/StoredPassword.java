package dev.sallyport.inmemory.identity;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a password is known again.
 *
 * <p>Hashing every configured password at start would cost seconds of start-up, and hashing one at
 * the first attempt would show by the double time that the user exists. So it begins with a
 * fingerprint, and the first right password leaves the slow hash that was computed to check it
 * anyway. Every attempt costs one slow hash, the first one too.
 */
final class StoredPassword {
  private final byte[] salt;
  private final byte[] fingerprint;
  private byte @Nullable [] hash; // guarded by this

  StoredPassword(String password, PasswordHashing hashing) {
    this.salt = hashing.newSalt();
    this.fingerprint = hashing.fingerprint(password);
  }

  byte[] salt() {
    return salt.clone();
  }

  /** Compares both forms of an attempt in constant time. */
  synchronized boolean admits(byte[] attemptedFingerprint, byte[] attemptedHash) {
    if (hash != null) {
      return MessageDigest.isEqual(hash, attemptedHash);
    }
    if (!MessageDigest.isEqual(fingerprint, attemptedFingerprint)) {
      return false;
    }
    hash = attemptedHash.clone();
    Arrays.fill(fingerprint, (byte) 0);
    return true;
  }
}
