package dev.sallyport.benchmarks.migrate;

import dev.sallyport.application.migration.MigrationCatalog;
import dev.sallyport.application.migration.MigrationResult;
import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.benchmarks.frame.Benchmark;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Figures;
import dev.sallyport.benchmarks.frame.Result;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Row;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.Migration;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.RecordKey;
import dev.sallyport.domain.migration.Scalar;
import dev.sallyport.domain.migration.SchemaName;
import dev.sallyport.domain.migration.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * Profiles a second that get a new attribute: by a migration, each segment under the lease, with
 * its place in the ledger and the schema version on every record; beside a loop that does nothing
 * of that.
 */
public final class MigrateBenchmark implements Benchmark {
  private static final int PROFILES = 1_000_000;
  private static final int WARM_UP = 100_000;
  private static final int ROUNDS = 3;
  private static final double USUAL_SECONDS = 5;
  private static final Subject BENCH = new Subject("bench");

  private static final Migration CREATE =
      new Migration(
          new MigrationId("20260101000000_profiles"),
          List.of(
              new Step.CreateTable(
                  Profiles.TABLE, new RecordKey(Profiles.ID, Optional.empty()), Optional.empty())),
          List.of(new Step.DropTable(Profiles.TABLE)));

  private static final Migration ADD_BIO =
      new Migration(
          new MigrationId("20260102000000_bio"),
          List.of(new Step.AddAttribute(Profiles.TABLE, Profiles.BIO, Profiles.EMPTY)),
          List.of(new Step.DropAttribute(Profiles.TABLE, Profiles.BIO)));

  private final Clock clock;

  /** Takes the time that leases are counted in. */
  public MigrateBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String summary() {
    return "Profiles a second that a migration gives an attribute to, in memory, beside a bare loop"
        + " over a map.";
  }

  @Override
  public double usualSeconds() {
    return USUAL_SECONDS;
  }

  @Override
  public Result run(Session session) {
    // Whoever asks for less time than usual gets fewer profiles.
    int count = (int) (PROFILES * Math.min(1, session.seconds() / USUAL_SECONDS));
    session.now("warming up");
    migrated(Math.min(count, WARM_UP));
    looped(Math.min(count, WARM_UP));
    List<Double> ours = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      session.now("round " + round + " of " + ROUNDS);
      ours.add(count / migrated(count));
      floor.add(count / looped(count));
    }
    String group = "back-fill of " + count;
    return new Result(
        name(),
        session.machine(),
        List.of("profiles/s"),
        List.of(
            new Row(group, "Sallyport, migration", Role.OURS, List.of(Figures.median(ours))),
            new Row(
                group, "ConcurrentHashMap, a loop", Role.FLOOR, List.of(Figures.median(floor)))),
        List.of(),
        List.of());
  }

  /** Returns how many seconds a migration takes for so many profiles. */
  private double migrated(int count) {
    MigrateComponent stores = DaggerMigrateComponent.factory().create(clock);
    run(stores, CREATE);
    for (int number = 0; number < count; number++) {
      stores.tables().put(Profiles.TABLE, Profiles.profile(number));
    }
    long begin = System.nanoTime();
    run(stores, CREATE, ADD_BIO);
    double seconds = (System.nanoTime() - begin) / 1e9;
    requireAll(stores.tables().records(Profiles.TABLE), count);
    return seconds;
  }

  private void run(MigrateComponent stores, Migration... migrations) {
    RunMigrations runner =
        new RunMigrations(
            stores.schema(),
            stores.ledger(),
            stores.lease(),
            new MigrationCatalog(List.of(migrations), Set.of()),
            clock);
    if (!(runner.migrate(BENCH, Duration.ofHours(1)) instanceof MigrationResult.Finished)) {
      throw new BenchmarkFailedException("the migration did not come to its end");
    }
  }

  /** Returns how many seconds the bare loop takes for as many. */
  private static double looped(int count) {
    ConcurrentMap<String, Map<SchemaName, Scalar>> profiles = Profiles.byId(count);
    long begin = System.nanoTime();
    profiles.replaceAll((_, profile) -> {
      Map<SchemaName, Scalar> then = new HashMap<>(profile);
      then.putIfAbsent(Profiles.BIO, Profiles.EMPTY);
      return Map.copyOf(then);
    });
    double seconds = (System.nanoTime() - begin) / 1e9;
    requireAll(profiles.values(), count);
    return seconds;
  }

  private static void requireAll(Iterable<Map<SchemaName, Scalar>> profiles, int count) {
    int with = 0;
    for (Map<SchemaName, Scalar> profile : profiles) {
      with += Profiles.EMPTY.equals(profile.get(Profiles.BIO)) ? 1 : 0;
    }
    if (with != count) {
      throw new BenchmarkFailedException("not every profile has got the attribute");
    }
  }
}
