package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.contract.attachment.AttachmentStoreContract;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachmentStoreOnCephRgwIT implements AttachmentStoreContract {
  private static final TestBuckets BUCKETS = CephRgwBuckets.VERSIONED;

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
}
