package dev.sallyport.operations.fake;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in which nothing is, and which remembers what was deleted. */
public final class FakeStore implements AttachmentStore {
  public final List<String> deleted = new ArrayList<>();

  @Override
  public Optional<StoredVersion> findQuarantined(ObjectKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version) {
    return Optional.empty();
  }

  @Override
  public void deleteQuarantined(ObjectKey key, VersionId version) {
    deleted.add(key + "@" + version);
  }

  @Override
  public void writeClean(Judgement.Output output, ByteSource bytes) {
    throw new AssertionError("no operation writes clean bytes by itself");
  }

  @Override
  public void deleteClean(ObjectKey key) {
    throw new AssertionError("no operation deletes clean bytes by itself");
  }
}
