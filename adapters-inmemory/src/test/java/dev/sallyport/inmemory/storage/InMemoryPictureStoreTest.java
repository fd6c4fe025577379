package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.contract.profile.PictureContract;
import dev.sallyport.contract.profile.PictureStoreContract;
import dev.sallyport.contract.profile.PictureStores;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.inmemory.InMemoryFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class InMemoryPictureStoreTest
    implements PictureStoreContract, PictureContract, PictureStores {
  @TempDir Path folder;
  private final InMemoryFamily family = InMemoryFamily.open();
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
  public PictureStores stores() {
    return this;
  }

  @Override
  public AttachmentLedger ledger() {
    return family.ledger();
  }

  @Override
  public AttachmentStore attachments() {
    return new InMemoryAttachmentStore(fixture.store);
  }

  @Override
  public PictureStore pictures() {
    return new InMemoryPictureStore(fixture.store);
  }

  @Override
  public Optional<Asset> asset(ObjectKey key) {
    return fixture.store.find(Bucket.ASSETS, key.value()).map(InMemoryPictureStoreTest::asset);
  }

  private static Asset asset(StoredObject object) {
    ObjectVersion.Attributes attributes = object.version().attributes();
    try (InputStream in = object.open(0)) {
      return new Asset(
          in.readAllBytes(), attributes.contentType(), attributes.cacheControl().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
