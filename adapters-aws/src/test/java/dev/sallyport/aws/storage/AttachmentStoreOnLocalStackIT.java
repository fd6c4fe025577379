package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.contract.attachment.AttachmentStoreContract;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.servers.LocalStackServer;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(LocalStackServer.IS_POSSIBLE)
class AttachmentStoreOnLocalStackIT implements AttachmentStoreContract {
  /** Opened by the first test: there is no server to ask when the class is only looked at. */
  private static final class Buckets {
    static final TestBuckets SHARED =
        new TestBuckets(
            LocalStackServer.shared().uri(),
            SigningCredentials.of(
                LocalStackServer.shared().accessKey(), LocalStackServer.shared().secretKey()),
            ObjectPinning.VERSION_ID);
  }

  @Override
  public AttachmentStore store() {
    return Buckets.SHARED.component.store();
  }

  @Override
  public VersionId upload(ObjectKey key, byte[] bytes, Optional<String> contentType) {
    return Buckets.SHARED.upload(key, bytes, contentType);
  }

  @Override
  public Optional<Clean> readClean(ObjectKey key) {
    return Buckets.SHARED.readClean(key);
  }
}
