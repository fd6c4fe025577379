package dev.sallyport.aws.migration;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.aws.table.VersionedPut;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The lease as one item, which stays when it is given back: it knows the last token. */
final class DynamoDbMigrationLease implements MigrationLease {
  private static final String WHAT = "the lease of migrations";
  private static final int ATTEMPTS = 20;

  private final MigrationTable table;
  private final TableTransactions transactions;
  private final Clock clock;

  @Inject
  DynamoDbMigrationLease(MigrationTable table, TableTransactions transactions, Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The item: who has the lease, if anybody. */
  private record Stored(long token, long revision, Optional<AcquireOutcome.Held> held) {}

  @Override
  public AcquireOutcome acquire(Subject holder, Duration time) {
    requireTime(time);
    table.make();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Stored stored = read();
      Instant now = clock.instant();
      if (stored.held().filter(by -> now.isBefore(by.until())).isPresent()) {
        return stored.held().get();
      }
      AcquireOutcome.Held mine = new AcquireOutcome.Held(holder, now.plus(time));
      if (replaces(stored, stored.token() + 1, Optional.of(mine))) {
        return new AcquireOutcome.Acquired(new FencingToken(stored.token() + 1));
      }
    }
    throw new PortUnavailableException(WHAT + " changes hands too often", null);
  }

  @Override
  public boolean renew(FencingToken token, Duration time) {
    requireTime(time);
    return change(token, by -> Optional.of(prolonged(by, time)));
  }

  @Override
  public void release(FencingToken token) {
    // Whether it was still this holder's makes no difference.
    boolean _ = change(token, _ -> Optional.empty());
  }

  private AcquireOutcome.Held prolonged(AcquireOutcome.Held by, Duration time) {
    return new AcquireOutcome.Held(by.holder(), clock.instant().plus(time));
  }

  /** What becomes of a lease that is still its holder's. */
  private interface Change {
    Optional<AcquireOutcome.Held> of(AcquireOutcome.Held by);
  }

  private boolean change(FencingToken token, Change change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Stored stored = read();
      if (stored.token() != token.value() || stored.held().isEmpty()) {
        return false;
      }
      if (replaces(stored, stored.token(), change.of(stored.held().get()))) {
        return true;
      }
    }
    throw new PortUnavailableException(WHAT + " changes too often", null);
  }

  private boolean replaces(Stored before, long token, Optional<AcquireOutcome.Held> held) {
    ItemWriter item =
        new ItemWriter()
            .text("shard", MigrationItems.SHARD)
            .text("place", MigrationItems.LEASE)
            .number(MigrationItems.TOKEN, token)
            .number(MigrationItems.REVISION, before.revision() + 1);
    held.ifPresent(
        by -> item.text(MigrationItems.HOLDER, by.holder().value()).instant("until", by.until()));
    List<TransactWriteItem> items =
        List.of(
            VersionedPut.of(
                table.name(), item.toItem(), MigrationItems.REVISION, before.revision() + 1));
    return transactions.write(WHAT, items) instanceof TransactionOutcome.Applied;
  }

  private Stored read() {
    return table
        .find(MigrationItems.LEASE)
        .map(item -> ItemReader.decode(WHAT, item, DynamoDbMigrationLease::stored))
        .orElseGet(() -> new Stored(0, 0, Optional.empty()));
  }

  private static Stored stored(ItemReader item) {
    return new Stored(
        item.number(MigrationItems.TOKEN),
        item.number(MigrationItems.REVISION),
        item.text(MigrationItems.HOLDER, Subject::new)
            .map(holder -> new AcquireOutcome.Held(holder, item.instant("until"))));
  }

  private static void requireTime(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("a lease has 1 second to 1 hour");
    }
  }
}
