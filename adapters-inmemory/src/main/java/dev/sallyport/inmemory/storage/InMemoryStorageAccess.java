package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.StorageAccess;
import jakarta.inject.Inject;

/** Signs with this process's own keys, for this server's own address. */
final class InMemoryStorageAccess implements StorageAccess {
  private final Target uploads;
  private final Target downloads;

  @Inject
  InMemoryStorageAccess(InMemoryStorageConfig config, StorageKeys keys) {
    uploads = target(config, Bucket.QUARANTINE, keys, StorageIdentity.UPLOADER);
    downloads = target(config, Bucket.CLEAN, keys, StorageIdentity.READER);
  }

  @Override
  public Target uploads() {
    return uploads;
  }

  @Override
  public Target downloads() {
    return downloads;
  }

  @Override
  public boolean verifiesPostedChecksums() {
    return true;
  }

  private static Target target(
      InMemoryStorageConfig config, Bucket bucket, StorageKeys keys, StorageIdentity identity) {
    return new Target(
        bucket.bucketName(),
        config.bucketUrl(bucket),
        InMemoryStorageConfig.REGION,
        keys.of(identity));
  }
}
