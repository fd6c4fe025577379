package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.SignedUrlContract;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

class SignedUrlOnCephRgwIT implements SignedUrlContract {
  @Override
  public Target downloads() {
    return CephRgwBuckets.VERSIONED.component.access().downloads();
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public void store(ObjectKey key) {
    CephRgwBuckets.VERSIONED.storeClean(key, TEXT);
  }

  @Override
  public Map<String, String> otherAnswers() {
    return Map.of("signature removed", "403 AccessDenied");
  }
}
