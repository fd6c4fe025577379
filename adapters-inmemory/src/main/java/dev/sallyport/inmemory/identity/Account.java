package dev.sallyport.inmemory.identity;

import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user: who it is, how the password is known again, and what is under way with it. */
final class Account {
  private final String name;
  private final Subject subject;
  private final Set<Role> roles;
  private final String email;
  private final Instant since;
  private final LockOut lockOut = new LockOut(); // all below guarded by this
  private StoredPassword password;
  private boolean confirmed;
  private boolean passwordIsTemporary;
  private @Nullable OneTimeSecret code;
  private @Nullable OneTimeSecret session;

  private Account(
      String name,
      Subject subject,
      Set<Role> roles,
      String email,
      StoredPassword password,
      Instant since) {
    this.name = name;
    this.subject = subject;
    this.roles = roles;
    this.email = email;
    this.password = password;
    this.since = since;
  }

  /** One that the deployment names: confirmed, without an address. */
  static Account configured(InMemoryUser user, PasswordHashing hashing) {
    StoredPassword password = new StoredPassword(user.password(), hashing);
    Account account =
        new Account(user.name(), user.subject(), user.roles(), "", password, Instant.MIN);
    account.confirmed = true;
    account.passwordIsTemporary = user.passwordIsTemporary();
    return account;
  }

  /** One that somebody asks for: not confirmed, without roles. */
  static Account asked(
      String name, Subject subject, String email, StoredPassword password, Instant now) {
    return new Account(name, subject, Set.of(), email, password, now);
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

  /** Returns where codes go; empty for those that the deployment names. */
  String email() {
    return email;
  }

  /** Returns since when it waits for its confirmation. */
  Instant since() {
    return since;
  }

  synchronized boolean isConfirmed() {
    return confirmed;
  }

  synchronized byte[] salt() {
    return password.salt();
  }

  /** What an attempt with a password comes to. */
  enum Admission {
    /** Come in. */
    ADMITTED,
    /** Come in with another password. */
    HAS_TO_CHANGE,
    /** Stay out. */
    DENIED
  }

  synchronized Admission admit(byte[] fingerprint, byte[] hash, Instant now) {
    if (lockOut.isShut(now) || !confirmed) {
      return Admission.DENIED;
    }
    if (!password.admits(fingerprint, hash)) {
      lockOut.failed(now);
      return Admission.DENIED;
    }
    lockOut.succeeded();
    return passwordIsTemporary ? Admission.HAS_TO_CHANGE : Admission.ADMITTED;
  }

  synchronized void open(OneTimeSecret begun) {
    session = begun;
  }

  /** Takes a new password for the session that asked for one. */
  synchronized boolean change(String shown, StoredPassword chosen, Instant now) {
    if (session == null || !session.matches(shown, now)) {
      return false;
    }
    session = null;
    password = chosen;
    passwordIsTemporary = false;
    return true;
  }

  synchronized void give(OneTimeSecret given) {
    code = given;
  }

  /** Tells whether a code was given after this instant. */
  synchronized boolean wasGivenCodeSince(Instant instant) {
    return code != null && code.since().isAfter(instant);
  }

  synchronized boolean confirm(String shown, Instant now) {
    if (confirmed || code == null || !code.matches(shown, now)) {
      return false;
    }
    code = null;
    confirmed = true;
    return true;
  }

  synchronized boolean reset(String shown, StoredPassword chosen, Instant now) {
    if (!confirmed || code == null || !code.matches(shown, now)) {
      return false;
    }
    code = null;
    session = null;
    password = chosen;
    passwordIsTemporary = false;
    lockOut.succeeded();
    return true;
  }
}
