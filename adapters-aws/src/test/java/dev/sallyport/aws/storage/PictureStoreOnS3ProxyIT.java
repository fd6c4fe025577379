package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.profile.PictureContract;
import dev.sallyport.contract.profile.PictureStoreContract;
import dev.sallyport.contract.profile.PictureStores;
import dev.sallyport.domain.shared.ObjectKey;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Pictures on S3Proxy, beside a ledger on DynamoDB Local. */
class PictureStoreOnS3ProxyIT implements PictureStoreContract, PictureContract, PictureStores {
  private static final TestBuckets BUCKETS = S3ProxyBuckets.VERSIONED;
  private static final DynamoDbFamily TABLES = DynamoDbFamily.open();

  @Override
  public PictureStores stores() {
    return this;
  }

  @Override
  public AttachmentLedger ledger() {
    return TABLES.ledger();
  }

  @Override
  public AttachmentStore attachments() {
    return BUCKETS.component.store();
  }

  @Override
  public PictureStore pictures() {
    return BUCKETS.component.pictures();
  }

  @Override
  public Optional<Asset> asset(ObjectKey key) {
    try {
      ResponseBytes<GetObjectResponse> found =
          BUCKETS
              .component
              .client()
              .getObjectAsBytes(
                  request -> request.bucket(BUCKETS.assets.assets()).key(key.value()));
      return Optional.of(
          new Asset(
              found.asByteArray(),
              found.response().contentType(),
              found.response().cacheControl()));
    } catch (NoSuchKeyException nothingThere) {
      return Optional.empty();
    }
  }
}
