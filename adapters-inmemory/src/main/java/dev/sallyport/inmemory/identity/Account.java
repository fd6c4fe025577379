package dev.sallyport.inmemory.identity;

import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One user and how the password is known again.
 *
 * <p>Hashing every configured password at start would cost seconds of start-up, and hashing one at
 * the first attempt would show by the double time that the user exists. So the account begins with
 * a fingerprint, and the first right password leaves the slow hash that was computed to check it
 * anyway. Every attempt costs one slow hash, the first one too.
 */
final class Account {
  private final String name;
  private final Subject subject;
  private final Set<Role> roles;
  private final byte[] salt;
  private final byte[] fingerprint;
  private byte @Nullable [] hash; // guarded by this

  Account(InMemoryUser user, PasswordHashing hashing) {
    this.name = user.name();
    this.subject = user.subject();
    this.roles = user.roles();
    this.salt = hashing.newSalt();
    this.fingerprint = hashing.fingerprint(user.password());
  }

  String name() {
    return name;
  }

  Subject subject() {
    return subject;
  }

  Set<Role> roles() {
    return roles;
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
