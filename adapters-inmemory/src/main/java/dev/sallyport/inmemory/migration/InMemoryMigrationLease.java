package dev.sallyport.inmemory.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lease within this process. */
@Singleton
final class InMemoryMigrationLease implements MigrationLease {
  private final Transactions transactions;
  private final Clock clock;
  private long token;
  private Optional<AcquireOutcome.Held> held = Optional.empty();

  @Inject
  InMemoryMigrationLease(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public AcquireOutcome acquire(Subject holder, Duration time) {
    requireTime(time);
    return transactions.write(
        1,
        () -> {
          Instant now = clock.instant();
          if (held.filter(by -> now.isBefore(by.until())).isPresent()) {
            return held.get();
          }
          token++;
          held = Optional.of(new AcquireOutcome.Held(holder, now.plus(time)));
          return new AcquireOutcome.Acquired(new FencingToken(token));
        });
  }

  @Override
  public boolean renew(FencingToken shown, Duration time) {
    requireTime(time);
    return transactions.write(
        1,
        () -> {
          if (!holds(shown)) {
            return false;
          }
          Instant until = clock.instant().plus(time);
          held = held.map(by -> new AcquireOutcome.Held(by.holder(), until));
          return true;
        });
  }

  @Override
  public void release(FencingToken shown) {
    transactions.write(
        1,
        () -> {
          if (holds(shown)) {
            held = Optional.empty();
          }
          return true;
        });
  }

  /** Tells within a transaction whether the token is that of the last holder, who still has it. */
  boolean holds(FencingToken shown) {
    transactions.requireOpen();
    return held.isPresent() && shown.value() == token;
  }

  private static void requireTime(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("a lease has 1 second to 1 hour");
    }
  }
}
