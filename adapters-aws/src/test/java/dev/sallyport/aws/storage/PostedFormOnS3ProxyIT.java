package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.PostedFormContract;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class PostedFormOnS3ProxyIT implements PostedFormContract {
  @Override
  public Target uploads() {
    return S3ProxyBuckets.VERSIONED.component.access().uploads();
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public Optional<String> storedType(ObjectKey key) {
    return S3ProxyBuckets.VERSIONED.storedType(key);
  }

  @Override
  public Map<String, String> otherAnswers() {
    return Map.ofEntries(
        Map.entry("other secret", "403 none"),
        Map.entry("algorithm changed", "400 none"),
        Map.entry("access key changed", "403 none"),
        Map.entry("region changed", "403 none"),
        Map.entry("service changed", "403 none"),
        Map.entry("day changed", "403 none"),
        Map.entry("policy changed", "403 none"),
        Map.entry("policy shortened", "403 none"),
        Map.entry("signature changed", "403 none"),
        Map.entry("key removed", "400 none"),
        Map.entry("x-amz-algorithm removed", "403 AccessDenied"),
        Map.entry("x-amz-credential removed", "403 AccessDenied"),
        Map.entry("x-amz-date removed", "403 AccessDenied"),
        // Stored where the form was posted to: the field is not looked at.
        Map.entry("other bucket named", "taken"),
        // A long-lived key stays what it is, whatever token comes with it.
        Map.entry("session token added", "taken"));
  }
}
