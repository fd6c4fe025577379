package dev.sallyport.aws.storage;

import dev.sallyport.application.attachment.port.StorageAccess.Target;
import dev.sallyport.contract.attachment.PostedFormContract;
import dev.sallyport.domain.shared.ObjectKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class PostedFormOnCephRgwIT implements PostedFormContract {
  @Override
  public Target uploads() {
    return CephRgwBuckets.VERSIONED.component.access().uploads();
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public Optional<String> storedType(ObjectKey key) {
    return CephRgwBuckets.VERSIONED.storedType(key);
  }

  @Override
  public Map<String, String> otherAnswers() {
    String denied = "403 AccessDenied";
    return Map.ofEntries(
        Map.entry("other secret", denied),
        Map.entry("access key changed", denied),
        Map.entry("region changed", denied),
        Map.entry("service changed", denied),
        Map.entry("day changed", denied),
        Map.entry("policy changed", denied),
        Map.entry("policy shortened", denied),
        Map.entry("signature changed", denied),
        Map.entry("policy removed", denied),
        Map.entry("session token added", denied),
        Map.entry("storage class added", "400 InvalidArgument"),
        // Stored where the form was posted to: the field is not looked at.
        Map.entry("other bucket named", "taken"));
  }
}
