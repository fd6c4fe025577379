package dev.sallyport.http.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.PostedFormContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store answers forms as AWS does, to the code. */
@TestInstance(Lifecycle.PER_CLASS)
final class PostedFormTest implements PostedFormContract {
  @SuppressWarnings("NullAway.Init")
  private WireFixture wire;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    wire = new WireFixture(folder);
  }

  @AfterAll
  void stop() throws Exception {
    wire.close();
  }

  @Override
  public Target uploads() {
    return new Target(
        Bucket.QUARANTINE.bucketName(),
        wire.config.bucketUrl(Bucket.QUARANTINE),
        InMemoryStorageConfig.REGION,
        wire.keys.of(StorageIdentity.UPLOADER));
  }

  @Override
  public Instant now() {
    return wire.clock.instant();
  }

  @Override
  public Optional<String> storedType(ObjectKey key) {
    return wire.store
        .find(Bucket.QUARANTINE, key.value())
        .map(found -> found.version().attributes().contentType());
  }
}
