package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.contract.attachment.AttachmentStoreContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class InMemoryAttachmentStoreTest implements AttachmentStoreContract {
  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void open() {
    fixture = new StoreFixture(StoreFixture.config(folder));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Override
  public AttachmentStore store() {
    return new InMemoryAttachmentStore(fixture.store);
  }

  @Override
  public VersionId upload(ObjectKey key, byte[] bytes, Optional<String> contentType) {
    try (ObjectUpload upload = fixture.store.begin(Bucket.QUARANTINE, key.value())) {
      upload.write(bytes, 0, bytes.length);
      return upload
          .commit(
              new ObjectVersion.Attributes(
                  contentType.orElse(ObjectVersion.Attributes.NO_TYPE), false))
          .version();
    }
  }

  @Override
  public Optional<Clean> readClean(ObjectKey key) {
    return fixture.store.find(Bucket.CLEAN, key.value()).map(InMemoryAttachmentStoreTest::clean);
  }

  private static Clean clean(StoredObject object) {
    try (InputStream in = object.open(0)) {
      return new Clean(Sha256.of(in.readAllBytes()), object.version().attributes().contentType());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
