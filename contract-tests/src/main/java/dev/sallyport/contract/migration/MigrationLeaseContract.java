package dev.sallyport.contract.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.migration.port.MigrationLease;
import dev.sallyport.application.migration.port.MigrationLease.AcquireOutcome;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every lease of migrations must keep. */
public interface MigrationLeaseContract {
  /** A minute. */
  Duration TIME = Duration.ofMinutes(1);

  /** Opens the stores of a new deployment. */
  MigrationStores stores();

  @Test
  default void oneHolderAtATimeUntilItIsReleased() {
    MigrationStores stores = stores();
    MigrationLease lease = stores.lease();
    FencingToken first = acquire(lease, "ann");

    assertThat(lease.acquire(new Subject("tom"), TIME))
        .isEqualTo(
            new AcquireOutcome.Held(new Subject("ann"), stores.clock().instant().plus(TIME)));
    lease.release(first);

    assertThat(acquire(lease, "tom").value()).isGreaterThan(first.value());
  }

  @Test
  default void aLeaseThatIsNotProlongedEndsByItselfAndNotBefore() {
    MigrationStores stores = stores();
    MigrationLease lease = stores.lease();
    FencingToken first = acquire(lease, "ann");

    stores.clock().advance(TIME.minusMillis(1));
    assertThat(lease.acquire(new Subject("tom"), TIME)).isInstanceOf(AcquireOutcome.Held.class);
    stores.clock().advance(Duration.ofMillis(1));
    FencingToken second = acquire(lease, "tom");

    assertThat(second.value()).isGreaterThan(first.value());
    assertThat(lease.renew(first, TIME)).isFalse();
    lease.release(first);
    assertThat(lease.acquire(new Subject("eve"), TIME)).isInstanceOf(AcquireOutcome.Held.class);
  }

  @Test
  default void aLeaseIsProlongedAlsoLateWhileNobodyElseHasTakenIt() {
    MigrationStores stores = stores();
    MigrationLease lease = stores.lease();
    FencingToken token = acquire(lease, "ann");

    stores.clock().advance(TIME.multipliedBy(2));
    assertThat(lease.renew(token, TIME)).isTrue();

    assertThat(lease.acquire(new Subject("tom"), TIME)).isInstanceOf(AcquireOutcome.Held.class);
    lease.release(token);
    assertThat(lease.renew(token, TIME)).isFalse();
  }

  @Test
  default void ofManyWhoAskAtOnceOneGetsTheLease() {
    MigrationLease lease = stores().lease();

    List<AcquireOutcome> outcomes = Race.run(n -> lease.acquire(new Subject("s" + n), TIME));

    assertThat(outcomes).filteredOn(AcquireOutcome.Acquired.class::isInstance).hasSize(1);
  }

  @Test
  default void timesOutOfRangeAreRefused() {
    MigrationLease lease = stores().lease();
    for (Duration time : List.of(Duration.ofMillis(999), Duration.ofMinutes(61))) {
      assertThatThrownBy(() -> lease.acquire(new Subject("ann"), time))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static FencingToken acquire(MigrationLease lease, String holder) {
    AcquireOutcome outcome = lease.acquire(new Subject(holder), TIME);
    assertThat(outcome).isInstanceOf(AcquireOutcome.Acquired.class);
    return ((AcquireOutcome.Acquired) outcome).token();
  }
}
