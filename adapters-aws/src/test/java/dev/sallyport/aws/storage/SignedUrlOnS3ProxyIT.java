package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.SignedUrlContract;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

class SignedUrlOnS3ProxyIT implements SignedUrlContract {
  @Override
  public Target downloads() {
    return S3ProxyBuckets.VERSIONED.component.access().downloads();
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public void store(ObjectKey key) {
    S3ProxyBuckets.VERSIONED.storeClean(key, TEXT);
  }

  @Override
  public Map<String, String> otherAnswers() {
    return Map.of("signature removed", "403 AccessDenied");
  }
}
