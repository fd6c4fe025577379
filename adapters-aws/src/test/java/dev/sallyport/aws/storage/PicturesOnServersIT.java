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
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Pictures through S3Proxy and DynamoDB Local. */
class PicturesOnServersIT implements PictureStoreContract, PictureContract, PictureStores {
  private static final TestBuckets BUCKETS = S3ProxyBuckets.VERSIONED;
  private static final DynamoDbFamily TABLES = DynamoDbFamily.open();
  private static final S3AssetSettings ASSETS = assets();

  private static S3AssetSettings assets() {
    String bucket = BUCKETS.settings.clean().replace("clean-", "assets-");
    client().createBucket(request -> request.bucket(bucket));
    return new S3AssetSettings(bucket);
  }

  private static S3Client client() {
    return BUCKETS.component.client();
  }

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
    return new S3PictureStore(client(), BUCKETS.settings, ASSETS);
  }

  @Override
  public Optional<Asset> asset(ObjectKey key) {
    try {
      ResponseBytes<GetObjectResponse> found =
          client().getObjectAsBytes(request -> request.bucket(ASSETS.assets()).key(key.value()));
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
