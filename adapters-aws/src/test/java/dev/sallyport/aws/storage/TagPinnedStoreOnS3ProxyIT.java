package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.StoredVersion;
import dev.sallyport.contract.attachment.AttachmentStoreContract;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Buckets without versions: what a second upload replaces is gone, and nothing else is read. */
class TagPinnedStoreOnS3ProxyIT implements AttachmentStoreContract {
  private static final TestBuckets BUCKETS = S3ProxyBuckets.UNVERSIONED;

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

  @Override
  @Test
  public void openReadsExactlyTheVersionThatIsNamed() {
    ObjectKey key = new ObjectKey("attachments/tagged-open");
    VersionId first = upload(key, bytes("first"), Optional.empty());
    VersionId second = upload(key, bytes("the second"), Optional.empty());

    assertThat(store().openQuarantined(key, first)).isEmpty();
    assertThat(store().openQuarantined(key, second)).isPresent();
  }

  @Override
  @Test
  public void deleteRemovesOnlyTheVersionThatIsNamed() {
    ObjectKey key = new ObjectKey("attachments/tagged-delete");
    VersionId first = upload(key, bytes("first"), Optional.empty());
    VersionId second = upload(key, bytes("second"), Optional.empty());

    store().deleteQuarantined(key, first);
    assertThat(store().findQuarantined(key))
        .contains(new StoredVersion(second, DataSize.ofBytes(6)));

    store().deleteQuarantined(key, second);
    assertThat(store().findQuarantined(key)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
