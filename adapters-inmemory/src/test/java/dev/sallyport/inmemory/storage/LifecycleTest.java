package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LifecycleTest {
  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void open() {
    InMemoryStorageConfig base = StoreFixture.config(folder);
    fixture =
        new StoreFixture(
            new InMemoryStorageConfig(
                base.publicUrl(),
                folder,
                base.memoryObjectLimit(),
                base.memoryBudget(),
                base.diskBudget(),
                base.maxVersions(),
                List.of(
                    new LifecycleRule(Bucket.QUARANTINE, "attachments/", OptionalInt.of(2), 1),
                    new LifecycleRule(Bucket.CLEAN, "", OptionalInt.empty(), 1))));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void currentVersionIsHiddenAtMidnightAfterItsDays() {
    ObjectVersion version = fixture.put(Bucket.QUARANTINE, "attachments/a", "x");

    // Written at 10:15 on the 21st: two days later, rounded up to midnight.
    fixture.store.expire(Instant.parse("2026-11-23T23:59:59Z"));
    assertThat(fixture.store.find(Bucket.QUARANTINE, "attachments/a")).isPresent();

    fixture.store.expire(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(fixture.store.find(Bucket.QUARANTINE, "attachments/a")).isEmpty();
    assertThat(fixture.store.find(Bucket.QUARANTINE, "attachments/a", version.version()))
        .isPresent();
  }

  @Test
  void hiddenVersionIsGoneForGoodADayLater() {
    ObjectVersion version = fixture.put(Bucket.QUARANTINE, "attachments/a", "x");
    fixture.store.expire(Instant.parse("2026-11-24T00:00:00Z"));

    fixture.store.expire(Instant.parse("2026-11-24T23:59:59Z"));
    assertThat(fixture.store.usage().versions()).isEqualTo(1);

    fixture.store.expire(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(fixture.store.find(Bucket.QUARANTINE, "attachments/a", version.version())).isEmpty();
    assertThat(fixture.store.usage()).isEqualTo(new InMemoryObjectStore.Usage(0, 0, 0));
  }

  @Test
  void replacedVersionGoesADayAfterItsSuccessorCame() {
    ObjectVersion first = fixture.put(Bucket.CLEAN, "k", "first");
    fixture.clock.advance(Duration.ofDays(5));
    ObjectVersion second = fixture.put(Bucket.CLEAN, "k", "second");

    fixture.store.expire(Instant.parse("2026-11-27T23:59:59Z"));
    assertThat(fixture.store.find(Bucket.CLEAN, "k", first.version())).isPresent();

    fixture.store.expire(Instant.parse("2026-11-28T00:00:00Z"));
    assertThat(fixture.store.find(Bucket.CLEAN, "k", first.version())).isEmpty();
    assertThat(fixture.store.find(Bucket.CLEAN, "k").map(StoredObject::version)).contains(second);
  }

  @Test
  void newVersionAfterExpiryIsCurrent() {
    fixture.put(Bucket.QUARANTINE, "attachments/a", "old");
    fixture.store.expire(Instant.parse("2026-11-24T00:00:00Z"));
    fixture.clock.advance(Duration.ofDays(3));
    ObjectVersion next = fixture.put(Bucket.QUARANTINE, "attachments/a", "new");

    assertThat(fixture.store.find(Bucket.QUARANTINE, "attachments/a").map(StoredObject::version))
        .contains(next);
  }

  @Test
  void ruleHoldsOnlyForItsPrefixAndBucket() {
    fixture.put(Bucket.QUARANTINE, "other/a", "x");
    fixture.put(Bucket.CLEAN, "attachments/a", "x");
    fixture.put(Bucket.ASSETS, "attachments/a", "x");

    fixture.store.expire(Instant.parse("2036-01-01T00:00:00Z"));

    assertThat(fixture.store.usage().versions()).isEqualTo(3);
    assertThat(fixture.store.find(Bucket.QUARANTINE, "other/a")).isPresent();
  }

  @Test
  void runningTwiceChangesNothing() {
    fixture.put(Bucket.QUARANTINE, "attachments/a", "x");
    Instant later = Instant.parse("2026-11-24T00:00:00Z");
    fixture.store.expire(later);

    fixture.store.expire(later);

    assertThat(fixture.store.usage().versions()).isEqualTo(1);
  }
}
