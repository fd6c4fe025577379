package dev.sallyport.contract.sanitization;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.List;
import java.util.Optional;

/** Notes which versions are opened for reading. */
record ReadingStore(AttachmentStore target, List<VersionId> read) implements AttachmentStore {
  @Override
  public Optional<StoredVersion> findQuarantined(ObjectKey key) {
    return target.findQuarantined(key);
  }

  @Override
  public Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version) {
    read.add(version);
    return target.openQuarantined(key, version);
  }

  @Override
  public List<VersionId> quarantinedVersions(ObjectKey key, int limit) {
    return target.quarantinedVersions(key, limit);
  }

  @Override
  public void deleteQuarantined(ObjectKey key, VersionId version) {
    target.deleteQuarantined(key, version);
  }

  @Override
  public void writeClean(Judgement.Output output, ByteSource bytes) {
    target.writeClean(output, bytes);
  }

  @Override
  public void deleteClean(ObjectKey key) {
    target.deleteClean(key);
  }
}
