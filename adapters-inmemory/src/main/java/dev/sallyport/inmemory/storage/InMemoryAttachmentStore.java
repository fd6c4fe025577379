package dev.sallyport.inmemory.storage;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The sanitizer's hands on the embedded store: reads quarantine, writes clean. */
final class InMemoryAttachmentStore implements AttachmentStore {
  private static final int CHUNK = 64 * 1024;

  private final InMemoryObjectStore objects;

  @Inject
  InMemoryAttachmentStore(InMemoryObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public Optional<StoredVersion> findQuarantined(ObjectKey key) {
    return objects
        .find(Bucket.QUARANTINE, key.value())
        .map(found -> new StoredVersion(found.version().version(), found.version().size()));
  }

  @Override
  public Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version) {
    return objects.find(Bucket.QUARANTINE, key.value(), version).flatMap(Opened::of);
  }

  @Override
  public List<VersionId> quarantinedVersions(ObjectKey key, int limit) {
    return objects.versions(Bucket.QUARANTINE, key.value()).stream().limit(limit).toList();
  }

  @Override
  public void deleteQuarantined(ObjectKey key, VersionId version) {
    objects.delete(Bucket.QUARANTINE, key.value(), version);
  }

  @Override
  public void writeClean(Judgement.Output output, ByteSource bytes) {
    String key = output.key().value();
    try (ObjectUpload upload = objects.begin(Bucket.CLEAN, key)) {
      copy(bytes, upload, output.size());
      ObjectUpload.Received received = upload.received();
      if (!received.size().equals(output.size()) || !received.sha256().equals(output.sha256())) {
        throw new CorruptDataException("clean bytes of " + key + " are not those promised", null);
      }
      if (!isStored(output)) {
        upload.commit(new ObjectVersion.Attributes(output.type().servedAs().value(), false));
      }
    }
  }

  @Override
  public void deleteClean(ObjectKey key) {
    objects.deleteAll(Bucket.CLEAN, key.value());
  }

  private boolean isStored(Judgement.Output output) {
    return objects
        .find(Bucket.CLEAN, output.key().value())
        .map(StoredObject::version)
        .filter(current -> current.sha256().equals(output.sha256()))
        .filter(
            current -> current.attributes().contentType().equals(output.type().servedAs().value()))
        .isPresent();
  }

  /** Copies at most one chunk more than was promised: enough to see that it is too much. */
  private static void copy(ByteSource source, ObjectUpload upload, DataSize promised) {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = source.open()) {
      int count = in.read(chunk);
      while (count >= 0 && upload.size() <= promised.bytes()) {
        upload.write(chunk, 0, count);
        count = in.read(chunk);
      }
    } catch (IOException e) {
      throw new PortUnavailableException("clean bytes cannot be read", e);
    }
  }

  private record Opened(ObjectVersion version, InputStream bytes) implements QuarantinedObject {
    static Optional<QuarantinedObject> of(StoredObject object) {
      try {
        return Optional.of(new Opened(object.version(), object.open(0)));
      } catch (NoSuchFileException deletedSinceItWasFound) {
        return Optional.empty();
      } catch (IOException e) {
        throw new PortUnavailableException("object store", e);
      }
    }

    @Override
    public DataSize size() {
      return version.size();
    }

    @Override
    public Optional<MediaType> contentType() {
      String stored = version.attributes().contentType();
      if (stored.equals(ObjectVersion.Attributes.NO_TYPE)) {
        return Optional.empty();
      }
      try {
        return Optional.of(MediaType.parse(stored));
      } catch (IllegalArgumentException saysNothingReadable) {
        return Optional.empty();
      }
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
