package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.aws.queue.TestQueues;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.report.ErasureContract;
import dev.sallyport.contract.report.ErasureStores;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;

/** Erasing with its state on DynamoDB Local, its bytes on S3Proxy, its queue on ElasticMQ. */
class ErasureOnDynamoDbLocalIT implements ErasureContract {
  @Override
  public ErasureStores stores() {
    return new Stores(
        DynamoDbFamily.open(),
        S3ProxyBuckets.on(ObjectPinning.VERSION_ID),
        MutableClock.atNoon(),
        TestQueues.open());
  }

  private record Stores(
      DynamoDbFamily family, TestBuckets buckets, MutableClock clock, MessageQueue queue)
      implements ErasureStores {
    @Override
    public ReportStore reports() {
      return family.reports();
    }

    @Override
    public CommentStore comments() {
      return family.comments();
    }

    @Override
    public RecentSearchStore searches() {
      return family.searches();
    }

    @Override
    public ErasureStore erasures() {
      return family.erasures();
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
