package dev.sallyport.inmemory.storage;

import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.shared.ObjectKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The hands of who makes pictures on the embedded store: reads clean, writes assets. */
final class InMemoryPictureStore implements PictureStore {
  private final InMemoryObjectStore objects;

  @Inject
  InMemoryPictureStore(InMemoryObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public Optional<CleanPicture> openClean(ObjectKey key) {
    return objects.find(Bucket.CLEAN, key.value()).flatMap(InMemoryPictureStore::open);
  }

  private static Optional<CleanPicture> open(StoredObject object) {
    try {
      return Optional.of(new Opened(object.open(0)));
    } catch (NoSuchFileException deletedSinceItWasFound) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PortUnavailableException("object store", e);
    }
  }

  @Override
  public void writeAsset(ObjectKey key, Rendition rendition) {
    if (isStored(key, rendition)) {
      return;
    }
    byte[] bytes = bytes(rendition);
    try (ObjectUpload upload = objects.begin(Bucket.ASSETS, key.value())) {
      upload.write(bytes, 0, bytes.length);
      upload.commit(
          new ObjectVersion.Attributes(
              rendition.type().servedAs().value(), false, Optional.of(CACHE_CONTROL)));
    }
  }

  private boolean isStored(ObjectKey key, Rendition rendition) {
    return objects
        .find(Bucket.ASSETS, key.value())
        .filter(current -> current.version().sha256().equals(rendition.sha256()))
        .isPresent();
  }

  private static byte[] bytes(Rendition rendition) {
    try (InputStream in = rendition.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private record Opened(InputStream bytes) implements CleanPicture {
    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
