package dev.sallyport.inmemory.identity;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.Subject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All users. Those who have not confirmed lose their names after a day, or when more than {@value
 * #MOST_WAITING} wait, so that nobody can fill the directory with names.
 */
@Singleton
final class Accounts {
  /** Most that wait for their confirmation. */
  static final int MOST_WAITING = 1_000;

  /** How long they may wait. */
  static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Map<String, Account> byName = new HashMap<>(); // all guarded by this
  private final Map<Subject, Account> bySubject = new HashMap<>();
  private final Map<String, Account> waiting = new LinkedHashMap<>();

  @Inject
  Accounts(InMemoryIdentitySettings settings, PasswordHashing hashing) {
    settings.users().forEach(user -> put(Account.configured(user, hashing)));
  }

  synchronized Optional<Account> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  synchronized Optional<Account> of(Subject subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  /**
   * Adds one that waits for its confirmation.
   *
   * @return whether the name was free
   * @throws PortUnavailableException when there are as many users as may be
   */
  synchronized boolean add(Account account, Instant now) {
    forgetWaiting(now);
    if (byName.containsKey(account.name())) {
      return false;
    }
    if (byName.size() >= InMemoryIdentitySettings.MAX_USERS) {
      throw new PortUnavailableException("the directory is full", null);
    }
    put(account);
    waiting.put(account.name(), account);
    return true;
  }

  /** Notes that one waits no longer. */
  synchronized void confirmed(Account account) {
    waiting.remove(account.name());
  }

  private void forgetWaiting(Instant now) {
    Iterator<Account> oldest = waiting.values().iterator();
    while (oldest.hasNext()) {
      Account account = oldest.next();
      boolean late = !now.isBefore(account.since().plus(LONGEST_WAIT));
      if (!late && waiting.size() < MOST_WAITING) {
        return;
      }
      oldest.remove();
      if (!account.isConfirmed()) {
        byName.remove(account.name());
        bySubject.remove(account.subject());
      }
    }
  }

  private void put(Account account) {
    byName.put(account.name(), account);
    bySubject.put(account.subject(), account);
  }
}
