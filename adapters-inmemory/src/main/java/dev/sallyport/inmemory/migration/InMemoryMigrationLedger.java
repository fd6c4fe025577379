package dev.sallyport.inmemory.migration;

import dev.sallyport.application.migration.port.MigrationLedger;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationRun.Outcome;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger within this process. */
@Singleton
final class InMemoryMigrationLedger implements MigrationLedger {
  private static final int MAX_LIMIT = 100;

  private final Transactions transactions;
  private final InMemoryMigrationLease lease;
  private final List<MigrationRun> runs = new ArrayList<>();
  private Optional<Long> lastSuccessful = Optional.empty();

  @Inject
  InMemoryMigrationLedger(Transactions transactions, InMemoryMigrationLease lease) {
    this.transactions = transactions;
    this.lease = lease;
  }

  @Override
  public WriteOutcome write(MigrationRun run, FencingToken token) {
    // The run is an item, schema_information the second, the lease that is looked at the third.
    return transactions.write(
        3, () -> lease.holds(token) ? write(run) : new WriteOutcome.Overtaken());
  }

  private WriteOutcome write(MigrationRun run) {
    boolean appends = run.revision() == 1;
    if (appends ? run.number() != runs.size() + 1 : !replacesRunning(run)) {
      return new WriteOutcome.Stale();
    }
    if (appends) {
      runs.add(run);
    } else {
      runs.set((int) run.number() - 1, run);
    }
    if (run.outcome() instanceof Outcome.Succeeded) {
      lastSuccessful = Optional.of(run.number());
    }
    return new WriteOutcome.Written();
  }

  private boolean replacesRunning(MigrationRun next) {
    if (next.number() < 1 || next.number() > runs.size()) {
      return false;
    }
    MigrationRun stored = runs.get((int) next.number() - 1);
    return stored.isRunning() && stored.revision() == next.revision() - 1;
  }

  @Override
  public SchemaInformation information() {
    return transactions.read(() -> new SchemaInformation(runs.size(), lastSuccessful));
  }

  @Override
  public Page<MigrationRun> runs(int limit, Optional<PageToken> page) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to 100 items");
    }
    int from = page.map(InMemoryMigrationLedger::number).orElse(0);
    return transactions.read(() -> {
      int first = Math.min(from, runs.size());
      int end = Math.min(first + limit, runs.size());
      Optional<PageToken> next =
          end == runs.size() ? Optional.empty() : Optional.of(new PageToken(Integer.toString(end)));
      return new Page<>(runs.subList(first, end), next);
    });
  }

  private static int number(PageToken token) {
    int number = Integer.parseInt(token.value());
    if (number < 0) {
      throw new IllegalArgumentException("not a page token of this list");
    }
    return number;
  }
}
