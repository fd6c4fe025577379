package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.sanitization.IntakeContract;
import dev.sallyport.contract.sanitization.IntakeOutageContract;
import dev.sallyport.contract.sanitization.ResanitizeContract;
import dev.sallyport.contract.sanitization.ResanitizeStores;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;

/** The way of a file with its state on DynamoDB Local and its bytes on S3Proxy. */
class IntakeOnDynamoDbLocalIT implements IntakeContract, IntakeOutageContract, ResanitizeContract {
  @Override
  public ResanitizeStores stores() {
    return new Stores(DynamoDbFamily.open(), S3ProxyBuckets.on(ObjectPinning.VERSION_ID));
  }

  private record Stores(DynamoDbFamily family, TestBuckets buckets) implements ResanitizeStores {
    @Override
    public ResanitizeJobStore jobs() {
      return family.resanitizeJobs();
    }

    @Override
    public AttachmentLedger ledger() {
      return family.ledger();
    }

    @Override
    public AttachmentStore store() {
      return buckets.component.store();
    }

    @Override
    public Outbox outbox() {
      return family.outbox();
    }

    @Override
    public VersionId arrive(ObjectKey key, byte[] bytes) {
      return buckets.upload(key, bytes, Optional.empty());
    }

    @Override
    public Optional<byte[]> clean(ObjectKey key) {
      return buckets.cleanBytes(key);
    }
  }
}
