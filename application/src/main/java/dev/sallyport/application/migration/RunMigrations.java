package dev.sallyport.application.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLease.AcquireOutcome;
import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.migration.port.Schema;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Applies migrations, takes them back, and repairs what the ledger says of them.
 *
 * <p>May be killed anywhere and asked by many at once: one runner has the lease, every step that is
 * done is in the ledger before the next begins, and whoever is asked next goes on from there once
 * the lease of the killed one is over.
 */
public final class RunMigrations {
  private final Schema schema;
  private final MigrationLedger ledger;
  private final MigrationLease lease;
  private final MigrationCatalog catalog;
  private final Clock clock;

  /** Takes the ports that it works with. */
  @Inject
  public RunMigrations(
      Schema schema,
      MigrationLedger ledger,
      MigrationLease lease,
      MigrationCatalog catalog,
      Clock clock) {
    this.schema = schema;
    this.ledger = ledger;
    this.lease = lease;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Finishes what was begun, tries again what has failed, and applies all that waits.
   *
   * @param by who asks
   * @param most about how long it may take; asked again, it goes on
   */
  public MigrationResult migrate(Subject by, Duration most) {
    return withLease(by, most, MigrationWork::migrate);
  }

  /**
   * Undoes the migrations that were applied last.
   *
   * @param by who asks
   * @param count how many, at least 1; a rollback that was begun counts as the first
   * @param most about how long it may take
   */
  public MigrationResult rollback(Subject by, int count, Duration most) {
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 migration");
    }
    return withLease(by, most, work -> work.rollback(count));
  }

  /**
   * Notes that an operator has set things right by hand. A run that failed or was interrupted on
   * its way up counts as undone, on its way down as not undone; the checksums of applied migrations
   * are taken as they are now.
   *
   * @param by who has
   */
  public MigrationResult repair(Subject by) {
    return withLease(by, MigrationWork.LEASE, MigrationWork::repair);
  }

  private MigrationResult withLease(
      Subject by, Duration most, Function<MigrationWork, MigrationResult> work) {
    return switch (lease.acquire(by, MigrationWork.LEASE)) {
      case AcquireOutcome.Held(Subject holder, Instant until) ->
          new MigrationResult.Busy(holder, until);
      case AcquireOutcome.Acquired(FencingToken token) -> {
        MigrationResult result;
        try {
          result = work.apply(work(by, most, token));
        } catch (RuntimeException e) {
          release(token, e);
          throw e;
        }
        lease.release(token);
        yield result;
      }
    };
  }

  private MigrationWork work(Subject by, Duration most, FencingToken token) {
    StepRunner steps = new StepRunner(schema, catalog, clock);
    return new MigrationWork(ledger, lease, steps, catalog, clock, token, by, most);
  }

  private void release(FencingToken token, RuntimeException why) {
    try {
      lease.release(token);
    } catch (RuntimeException e) {
      // It ends by itself.
      why.addSuppressed(e);
    }
  }
}
