package dev.sallyport.http.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.SignedUrlContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store answers addresses as AWS does, to the code. */
@TestInstance(Lifecycle.PER_CLASS)
final class PresignedUrlTest implements SignedUrlContract {
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
  public Target downloads() {
    return new Target(
        Bucket.CLEAN.bucketName(),
        wire.config.bucketUrl(Bucket.CLEAN),
        InMemoryStorageConfig.REGION,
        wire.keys.of(StorageIdentity.READER));
  }

  @Override
  public Instant now() {
    return wire.clock.instant();
  }

  @Override
  public void store(ObjectKey key) {
    wire.put(Bucket.CLEAN, key.value(), TEXT, "text/plain");
  }
}
