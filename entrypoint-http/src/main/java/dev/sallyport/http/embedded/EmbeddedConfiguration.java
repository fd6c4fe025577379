package dev.sallyport.http.embedded;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.deployment.DeploymentSettings;
import dev.sallyport.inmemory.identity.CodeDelivery;
import dev.sallyport.inmemory.identity.InMemoryUser;
import java.util.List;

/**
 * Everything that an embedded deployment has to be told.
 *
 * @param deployment what every deployment is told; no more uploads in quarantine at once than the
 *     store holds, and encrypted in no way that the store does not know
 * @param users who may sign in
 * @param passwordIterations the work of one password check
 * @param storeBytes most bytes of all files on disk
 * @param codes brings codes to those who register or forgot their password
 */
public record EmbeddedConfiguration(
    DeploymentSettings deployment,
    List<InMemoryUser> users,
    int passwordIterations,
    DataSize storeBytes,
    CodeDelivery codes) {
  /** Copies the list; rejects what the embedded adapters cannot do. */
  public EmbeddedConfiguration {
    users = List.copyOf(users);
    UploadPolicy uploads = deployment.uploads();
    if (uploads.quarantineBytes().exceeds(storeBytes)) {
      throw new IllegalArgumentException("the quarantine's bytes do not fit into the store");
    }
    if (uploads.encryption() instanceof Encryption.Kms) {
      throw new IllegalArgumentException(
          "aws:kms is not for the embedded store, which has no keys of that kind; use AES256");
    }
  }
}
