package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.report.ExportWorkContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;

/** Exporting with its state on DynamoDB Local and its bytes on S3Proxy. */
class ExportOnDynamoDbLocalIT implements ExportWorkContract {
  @Override
  public ExportWorkContract.Stores stores() {
    return new Stores(DynamoDbFamily.open(), S3ProxyBuckets.on(ObjectPinning.VERSION_ID));
  }

  private record Stores(DynamoDbFamily family, TestBuckets buckets)
      implements ExportWorkContract.Stores {
    @Override
    public ReportStore reports() {
      return family.reports();
    }

    @Override
    public ExportStore exports() {
      return family.exports();
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
