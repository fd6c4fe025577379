package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.inmemory.storage.StorageIdentity.Action;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StorageKeysTest {
  private final SequentialIds ids = new SequentialIds();
  private final StorageKeys keys = StorageKeys.generate(ids);

  @Test
  void everyIdentityHasItsOwnKeyAndEveryStartNewOnes() {
    StorageKeys others = StorageKeys.generate(ids);
    Set<String> seen = new HashSet<>();
    for (StorageIdentity identity : StorageIdentity.values()) {
      seen.add(keys.of(identity).accessKeyId());
      seen.add(keys.of(identity).secretAccessKey());
      seen.add(others.of(identity).accessKeyId());
      seen.add(others.of(identity).secretAccessKey());
    }
    assertThat(seen).hasSize(12);
  }

  @Test
  void lookupFindsExactlyTheKeysThatWereMade() {
    String id = keys.of(StorageIdentity.READER).accessKeyId();

    assertThat(keys.find(id)).contains(keys.of(StorageIdentity.READER));
    assertThat(keys.identity(id)).contains(StorageIdentity.READER);
    assertThat(keys.find(id.toLowerCase(Locale.ROOT))).isEmpty();
    assertThat(keys.find("")).isEmpty();
  }

  @Test
  void secretsAreNotPrinted() {
    for (StorageIdentity identity : StorageIdentity.values()) {
      assertThat(keys.toString()).doesNotContain(keys.of(identity).secretAccessKey());
    }
  }

  @Test
  void nobodyMayReadWhereTheyMayWrite() {
    for (StorageIdentity identity : StorageIdentity.values()) {
      for (Bucket bucket : Bucket.values()) {
        boolean writes = identity.may(Action.POST, bucket) || identity.may(Action.PUT, bucket);
        assertThat(writes && identity.may(Action.READ, bucket))
            .as("%s on %s", identity, bucket)
            .isFalse();
      }
    }
  }

  @Test
  void onlySanitizerReadsQuarantineAndOnlyUploaderPosts() {
    assertThat(StorageIdentity.READER.may(Action.READ, Bucket.QUARANTINE)).isFalse();
    assertThat(StorageIdentity.UPLOADER.may(Action.READ, Bucket.QUARANTINE)).isFalse();
    assertThat(StorageIdentity.SANITIZER.may(Action.READ, Bucket.QUARANTINE)).isTrue();
    for (Bucket bucket : Bucket.values()) {
      assertThat(StorageIdentity.READER.may(Action.POST, bucket)).isFalse();
      assertThat(StorageIdentity.SANITIZER.may(Action.POST, bucket)).isFalse();
      assertThat(StorageIdentity.UPLOADER.may(Action.POST, bucket))
          .isEqualTo(bucket == Bucket.QUARANTINE);
      assertThat(StorageIdentity.UPLOADER.may(Action.PUT, bucket)).isFalse();
    }
  }
}
