package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.contract.attachment.AttachmentStoreContract;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Versions, as in Amazon's own store. */
class AttachmentStoreOnS3ProxyIT implements AttachmentStoreContract {
  private static final TestBuckets BUCKETS = S3ProxyBuckets.VERSIONED;

  @Override
  public AttachmentStore store() {
    return BUCKETS.component.store();
  }

  @Override
  public VersionId upload(ObjectKey key, byte[] bytes, Optional<String> contentType) {
    return BUCKETS.upload(key, bytes, contentType);
  }

  @Override
  public Optional<Clean> readClean(ObjectKey key) {
    return BUCKETS.readClean(key);
  }

  @Test
  void deleteCleanRemovesEveryVersionOfItsKeyAndOfNoOther() {
    ObjectKey key = new ObjectKey("clean/every-version");
    ObjectKey longer = new ObjectKey("clean/every-version-of-another");
    for (int i = 0; i < 3; i++) {
      BUCKETS.storeClean(key, "version " + i);
    }
    BUCKETS.storeClean(longer, "x");

    store().deleteClean(key);

    assertThat(BUCKETS.cleanVersions(key)).as("the longer key's only").isEqualTo(1);
    assertThat(BUCKETS.readClean(longer)).isPresent();
  }

  @Test
  void bucketsThatAreThereAndKeepVersionsAreFine() {
    BUCKETS.component.check().verify();
  }

  @Test
  void checkNamesEverythingThatIsWrong() {
    TestBuckets unversioned = S3ProxyBuckets.UNVERSIONED;
    S3StorageSettings wrong =
        new S3StorageSettings(
            unversioned.settings.quarantine(),
            "there-is-no-such-bucket",
            new Encryption.None(),
            ObjectPinning.VERSION_ID,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    S3AssetSettings absent = new S3AssetSettings("nor-one-of-this-name");
    assertThatThrownBy(
            () -> new BucketCheck(unversioned.component.client(), wrong, absent).verify())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "clean bucket there-is-no-such-bucket does not exist; assets bucket"
                + " nor-one-of-this-name does not exist; quarantine bucket "
                + wrong.quarantine()
                + " does not keep versions");
  }
}
